import { functionsOf } from '../../build/functions.ts';
import { nodesOf } from '../app/nodes-of.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { nextTime } from '../clock/next-time.ts';
import type { LocalApp } from '../session/local-app.ts';
import type { ShownApp, ShownRoute } from './shown.ts';
import { shownResources } from './shown-resources.ts';
import type { ConsoleSources } from './sources.ts';

/** An app as the page shows it. No variable's value is among it: that may be a secret. */
export function shownApp(
  local: LocalApp,
  { app, url, endpoint }: Pick<ConsoleSources, 'app' | 'url' | 'endpoint'>,
): ShownApp {
  const { manifest, graph } = local;
  const placed = functionsOf(manifest);
  const models = new Map(nodesOf(graph, 'function').map(({ name, model }) => [name, model]));
  return {
    name: manifest.app,
    url,
    endpoint,
    routes: placed.flatMap(({ name, handlers }) =>
      handlers.flatMap(({ name: handler, trigger, place }): readonly ShownRoute[] => {
        if (trigger.source !== 'route') return [];
        const { method, path, body } = trigger;
        return [{ method, path, body, function: name, handler, place }];
      }),
    ),
    functions: placed.map(({ name, handlers }) => ({
      name,
      memory: models.get(name)?.memory ?? 0,
      timeout: models.get(name)?.timeout ?? 0,
      handlers: handlers.map((one) => ({ name: one.name, place: one.place })),
    })),
    schedules: local.schedules.map((schedule) => ({
      name: schedule.name,
      function: schedule.function,
      expression: schedule.expression,
      timezone: schedule.timezone,
      next: nextRuns(schedule, app.nextRun(schedule)),
    })),
    resources: shownResources(local),
  };
}

/** The first time is the clock's; a rate goes on from there. */
function nextRuns({ expression, timezone }: LocalSchedule, first: Date | undefined): readonly string[] {
  const times: string[] = [];
  for (let at = first; at && times.length < 3; at = nextTime(expression, timezone, at, at))
    times.push(at.toISOString());
  return times;
}
