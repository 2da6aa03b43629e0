import type { Graph } from '../../graph/node.ts';
import { nodesOf } from '../app/nodes-of.ts';
import { type LocalPlaces, resolveValue } from '../app/resolve-value.ts';

/** The variables of all functions together, as one process has them. */
export function environmentOf(graph: Graph, places: LocalPlaces): Readonly<Record<string, string>> {
  return Object.fromEntries(
    nodesOf(graph, 'function').flatMap(({ model }) =>
      Object.entries(model.environment).map(([name, value]) => [
        name,
        String(resolveValue(value, graph, places)),
      ]),
    ),
  );
}

/**
 * Sets variables of this process.
 *
 * @returns sets them back to what they were.
 */
export function setEnvironment(variables: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
