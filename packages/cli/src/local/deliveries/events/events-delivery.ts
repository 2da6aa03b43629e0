import { localRules } from '../../app/local-rules.ts';
import type { Engines } from '../../engines.ts';
import type { AppDelivery } from '../all-deliveries.ts';

/** Events of buses, by the rules that the app declares. */
export function eventsDelivery({ eventBridge }: Engines): AppDelivery {
  return {
    update: ({ graph, places }) => eventBridge.setAppRules(localRules(graph, places)),
    settle: eventBridge.settle,
    close: async () => {},
  };
}
