import type { Clock } from '../clock/clock.ts';
import type { AppFacts } from './happening.ts';
import type { LocalApp } from './local-app.ts';

/** What is said of an app at start and after a build. */
export function appFacts(app: LocalApp, clock: Clock): AppFacts {
  return {
    name: app.name,
    routes: app.gateway.routes,
    fallback: app.gateway.fallback,
    schedules: app.schedules.map((schedule) => ({
      name: schedule.name,
      expression: schedule.expression,
      timezone: schedule.timezone,
      next: app.clocked.includes(schedule) ? clock.next(schedule)?.toISOString() : undefined,
    })),
    notDelivered: app.notDelivered,
    existing: app.existing,
  };
}
