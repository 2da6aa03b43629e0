import type { Graph, Kind, Node } from '../../graph/node.ts';

/** All nodes of one kind. */
export function nodesOf<K extends Kind>(graph: Graph, kind: K): readonly Node<K>[] {
  return [...graph.nodes.values()].filter(
    (node): node is Extract<typeof node, { kind: K }> => node.kind === kind,
  ) as unknown as readonly Node<K>[];
}

/** The name of what a reference means: `function:api` is `api`. */
export function nameOf({ $ref }: { readonly $ref: string }): string {
  return $ref.slice($ref.indexOf(':') + 1);
}
