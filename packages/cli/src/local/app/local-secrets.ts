import type { Graph } from '../../graph/node.ts';
import type { AppSecret } from '../emulators/secrets-manager/secret.ts';
import { nodesOf } from './nodes-of.ts';

/** The secrets that an app declares. */
export function localSecrets(graph: Graph): readonly AppSecret[] {
  return nodesOf(graph, 'secret').map(({ name, model }) => ({ name, ...model }));
}
