import { localRules } from '../../app/local-rules.ts';
import { shownSchedules } from '../../app/shown-schedules.ts';
import type { Engines } from '../../engines.ts';
import type { AppDelivery } from '../all-deliveries.ts';

/** Events of buses, by the rules that the app declares, and what the app has scheduled while it ran. */
export function eventsDelivery({ eventBridge, scheduler }: Engines): AppDelivery {
  return {
    update({ graph, places }) {
      eventBridge.setAppRules(localRules(graph, places));
      scheduler.setAppSchedules(shownSchedules(graph, places));
    },
    async settle() {
      const worked = await Promise.all([eventBridge.settle(), scheduler.settle()]);
      return worked.includes(true);
    },
    close: async () => {},
  };
}
