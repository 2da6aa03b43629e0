import type { Graph } from '../../graph/node.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** Where the app's WebSockets connect on this machine; nothing where it takes none. */
export function websocketUrl(graph: Graph, places: LocalPlaces): string | undefined {
  const [api] = nodesOf(graph, 'websocket-api');
  return api && String(resolveValue({ $ref: api.id, attribute: 'socketUrl' }, graph, places));
}
