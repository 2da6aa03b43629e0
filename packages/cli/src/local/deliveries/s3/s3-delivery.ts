import { localNotifications } from '../../app/local-notifications.ts';
import type { Engines } from '../../engines.ts';
import type { AppDelivery } from '../all-deliveries.ts';

/** What buckets tell the app's functions. */
export function s3Delivery({ s3 }: Engines): AppDelivery {
  return {
    update: ({ graph, places }) => s3.setAppNotifications(localNotifications(graph, places)),
    settle: s3.settle,
    close: async () => {},
  };
}
