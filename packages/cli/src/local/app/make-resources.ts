import type { Problem } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import type { Engines } from '../engines.ts';
import { localSecrets } from './local-secrets.ts';
import { makeQueues } from './make-queues.ts';
import { makeTopics } from './make-topics.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/**
 * Makes the tables, buckets, queues, topics, streams and secrets that the app declares; what is there keeps its data.
 *
 * @returns what is to be said of them.
 */
export async function makeResources(
  graph: Graph,
  places: LocalPlaces,
  engines: Engines,
): Promise<readonly Problem[]> {
  makeQueues(graph, places, engines.sqs);
  makeStreams(graph, engines);
  makeTopics(graph, places, engines.sns);
  engines.secretsManager.setAppSecrets(localSecrets(graph));
  const made = await Promise.all([
    ...nodesOf(graph, 'table').map(({ model }) => engines.createTable(model)),
    ...nodesOf(graph, 'bucket').map(({ model }) =>
      engines.createBucket(String(resolveValue(model.physicalName, graph, places))),
    ),
  ]);
  return made.flatMap((problems) => problems ?? []);
}

/** One that the app says to exist already is made too, on demand, or nothing could be put into it. */
function makeStreams(graph: Graph, { kinesis }: Engines): void {
  for (const { model } of nodesOf(graph, 'stream')) kinesis.ensure(model.physicalName, model.shards);
  for (const { existing, value } of graph.parameters) {
    if (existing?.kind === 'stream' && existing.attribute === 'name' && value !== undefined)
      kinesis.ensure(value);
  }
}
