import type { AnyNode, Graph } from '../graph/node.ts';
import { pascalCase, uniqueIds } from '../resources/logical-id.ts';
import { templates } from '../resources/templates.ts';
import type { NodeId } from '../resources/value.ts';

/** What the template calls each node and each parameter. */
export interface LogicalIds {
  node(id: NodeId): string;
  parameter(name: string): string;
}

/**
 * Readable ids: `SendScheduledMessagesFunction`, `SubscribersTable`.
 * Parameters and resources share one space of names.
 */
export function logicalIds({ nodes, parameters }: Graph): LogicalIds {
  const ids = uniqueIds(
    new Map([
      ...parameters.map(({ name }) => [parameterKey(name), name.replace(/[^A-Za-z0-9]/g, '')] as const),
      ...[...nodes.values()].map((node) => [node.id, wish(node)] as const),
    ]),
  );
  const find = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`The graph names '${key}' and does not hold it.`);
    return id;
  };
  return { node: find, parameter: (name) => find(parameterKey(name)) };
}

const parameterKey = (name: string): string => `parameter ${name}`;

function wish({ kind, name }: AnyNode): string {
  const { suffix } = templates[kind];
  const stem = pascalCase(name);
  return stem.endsWith(suffix) && stem !== suffix ? stem : stem + suffix;
}
