import type { Graph } from '../../graph/node.ts';
import type { Engines } from '../engines.ts';
import { makeQueues } from './make-queues.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** Makes the tables, buckets and queues that the app declares and that are not there yet. */
export async function makeResources(graph: Graph, places: LocalPlaces, engines: Engines): Promise<void> {
  makeQueues(graph, places, engines.sqs);
  await Promise.all([
    ...nodesOf(graph, 'table').map(({ model }) => engines.createTable(model)),
    ...nodesOf(graph, 'bucket').map(({ model }) =>
      engines.createBucket(String(resolveValue(model.physicalName, graph, places))),
    ),
  ]);
}
