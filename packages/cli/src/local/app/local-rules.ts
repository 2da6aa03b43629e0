import type { Graph } from '../../graph/node.ts';
import { busName, type Rule } from '../emulators/events/rule.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** The rules that an app declares, by pattern and by schedule. */
export function localRules(graph: Graph, places: LocalPlaces): readonly Rule[] {
  return nodesOf(graph, 'rule').map(({ model }) => ({
    name: model.physicalName,
    bus: busName(model.bus),
    state: 'ENABLED',
    pattern:
      model.pattern === undefined ? undefined : JSON.stringify(resolveValue(model.pattern, graph, places)),
    expression: model.schedule,
    targets: [{ Id: 'function', Arn: String(resolveValue(model.function, graph, places)) }],
    tags: {},
    since: 0,
  }));
}
