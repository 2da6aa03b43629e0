import { localSubscriptions } from '../../app/local-subscriptions.ts';
import type { Engines } from '../../engines.ts';
import type { AppDelivery } from '../all-deliveries.ts';

/** Messages of topics, to the functions and queues that the app subscribes. */
export function topicDelivery({ sns }: Engines): AppDelivery {
  return {
    update: ({ graph, places }) => sns.setAppSubscriptions(localSubscriptions(graph, places)),
    settle: () => sns.settle(),
    close: async () => {},
  };
}
