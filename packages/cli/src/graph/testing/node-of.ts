import type { NodeId } from '../../resources/value.ts';
import type { Graph, Kind, Node } from '../node.ts';

/** The node of this id, as one of this kind. */
export function nodeOf<K extends Kind>(graph: Graph, kind: K, name: string): Node<K> {
  const id: NodeId = `${kind}:${name}`;
  const node = graph.nodes.get(id);
  if (!node) throw new Error(`The graph has ${[...graph.nodes.keys()].join(', ')}, and no ${id}.`);
  return node as Node<K>;
}

/** The ids of the nodes of these kinds, in order. */
export function idsOf(graph: Graph, ...kinds: readonly Kind[]): readonly string[] {
  return [...graph.nodes.values()].filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
}
