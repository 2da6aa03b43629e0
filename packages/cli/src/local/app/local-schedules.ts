import type { Graph } from '../../graph/node.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { nameOf, nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** The schedules of the graph, EventBridge Scheduler's and classic rules alike. */
export function localSchedules(graph: Graph, places: LocalPlaces): readonly LocalSchedule[] {
  const { region, account } = places;
  const scheduled = nodesOf(graph, 'schedule').map(({ name, model }) => ({
    name,
    function: nameOf(model.function),
    expression: model.expression,
    timezone: model.timezone,
    via: 'scheduler' as const,
    arn: `arn:aws:scheduler:${region}:${account}:schedule/${resolveValue(model.group, graph, places)}/${model.physicalName}`,
  }));
  const rules = nodesOf(graph, 'rule').flatMap(({ name, id, model }) => {
    if (model.schedule === undefined) return [];
    const arn = String(resolveValue({ $ref: id, attribute: 'arn' }, graph, places));
    return [
      {
        name,
        function: nameOf(model.function),
        expression: model.schedule,
        via: 'rule' as const,
        arn,
      },
    ];
  });
  return [...scheduled, ...rules];
}
