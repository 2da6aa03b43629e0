import { nameOf, nodesOf } from '../app/nodes-of.ts';
import { websocketUrl } from '../app/websocket-url.ts';
import type { Clock } from '../clock/clock.ts';
import type { AppFacts, SocketFacts } from './happening.ts';
import type { LocalApp } from './local-app.ts';

/** What is said of an app at start and after a build. */
export function appFacts(app: LocalApp, clock: Clock): AppFacts {
  return {
    name: app.name,
    routes: app.gateway.routes,
    fallback: app.gateway.fallback,
    websocket: socketFacts(app),
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

function socketFacts({ graph, places }: LocalApp): SocketFacts | undefined {
  const url = websocketUrl(graph, places);
  const routes = nodesOf(graph, 'websocket-route').map(({ model }) => ({
    key: model.key,
    function: nameOf({ $ref: model.function }),
  }));
  return url === undefined ? undefined : { url, routes };
}
