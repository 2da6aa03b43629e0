import type { Graph } from '../../graph/node.ts';
import type { StoredSchedule } from '../emulators/scheduler/stored-schedule.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** The schedules that an app declares, as EventBridge Scheduler shows them. */
export function shownSchedules(graph: Graph, places: LocalPlaces): readonly StoredSchedule[] {
  const text = (value: Parameters<typeof resolveValue>[0]) => String(resolveValue(value, graph, places));
  return nodesOf(graph, 'schedule').map(({ model }) => ({
    name: model.physicalName,
    group: text(model.group),
    expression: model.expression,
    timezone: model.timezone,
    settings: {
      ScheduleExpression: model.expression,
      ScheduleExpressionTimezone: model.timezone ?? 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: text(model.function), RoleArn: text(model.role) },
    },
    created: 0,
    modified: 0,
    after: [],
  }));
}
