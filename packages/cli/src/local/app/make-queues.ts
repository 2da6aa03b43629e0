import type { Graph } from '../../graph/node.ts';
import type { Known } from '../../resources/known.ts';
import type { QueueModel } from '../../resources/queue/model.ts';
import { queueAttributes } from '../../resources/queue/properties.ts';
import type { SqsEmulator } from '../emulators/sqs/emulator.ts';
import { existingArns } from './existing-arns.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/**
 * Makes the queues of the app, and sets those that are there to what it says now; what else a client has set stays. A queue that the
 * app says to exist already is made too, or nothing could be sent to it.
 */
export function makeQueues(graph: Graph, places: LocalPlaces, sqs: SqsEmulator): void {
  for (const arn of existingArns(graph, 'queue', places)) sqs.ensure(arn, {});
  const queues = nodesOf(graph, 'queue').map(({ id, model }) => ({
    arn: String(resolveValue({ $ref: id, attribute: 'arn' }, graph, places)),
    model: known(model, graph, places),
  }));
  for (const { arn, model } of queues)
    sqs.ensure(arn, queueAttributes(model, new Set(['visibility', 'retention'])));
  // Once all are there, for they may name each other.
  for (const { arn, model } of queues) sqs.ensure(arn, queueAttributes(model, new Set(['deadLetter'])));
}

function known({ deadLetter, ...model }: QueueModel, graph: Graph, places: LocalPlaces): Known<QueueModel> {
  if (!deadLetter) return model;
  const arn = String(resolveValue(deadLetter.arn, graph, places));
  return { ...model, deadLetter: { ...deadLetter, arn } };
}
