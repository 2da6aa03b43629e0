import type { Problem } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import type { Engines } from '../engines.ts';
import { makeQueues } from './make-queues.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/**
 * Makes the tables, buckets and queues that the app declares; what is there keeps its data.
 *
 * @returns what is to be said of them.
 */
export async function makeResources(
  graph: Graph,
  places: LocalPlaces,
  engines: Engines,
): Promise<readonly Problem[]> {
  makeQueues(graph, places, engines.sqs);
  const made = await Promise.all([
    ...nodesOf(graph, 'table').map(({ model }) => engines.createTable(model)),
    ...nodesOf(graph, 'bucket').map(({ model }) =>
      engines.createBucket(String(resolveValue(model.physicalName, graph, places))),
    ),
  ]);
  return made.flatMap((problems) => problems ?? []);
}
