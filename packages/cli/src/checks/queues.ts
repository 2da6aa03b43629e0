import type { Manifest, Problem, QueueDeclaration } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import { handlersOf } from '../graph/lower/lowering.ts';
import type { SetFunction } from './function.ts';

/** Queues that don't fit the functions behind them. */
export function checkQueues(manifest: Manifest, functions: readonly SetFunction[]): readonly Problem[] {
  const queues = manifest.resources.filter((one): one is QueueDeclaration => one.kind === 'queue');
  return [
    ...queues.flatMap((queue) => checkVisibility(queue, manifest, functions)),
    ...checkFailureQueues(manifest, queues),
  ];
}

/** AWS refuses the mapping. https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
function checkVisibility(
  queue: QueueDeclaration,
  manifest: Manifest,
  functions: readonly SetFunction[],
): readonly Problem[] {
  const { name, visibility, existing } = queue;
  if (visibility === undefined || existing !== undefined) return [];
  return handlersOf(manifest, 'sqs').flatMap((handler) => {
    if (handler.trigger.queue.name !== name) return [];
    const timeout = functions.find(({ spec }) => spec.name === handler.name)?.settings.timeout ?? 0;
    if (visibility >= timeout) return [];
    return [
      problem('QUEUE_VISIBILITY', {
        message: `A message of the queue '${name}' is hidden for ${visibility} seconds, and its handler '${handler.name}' may run for ${timeout}.`,
        place: queue.place ?? handler.place,
        subject: name,
        remedy: `Leave the visibility out (it is then 6 × the timeout), or write at least ${timeout}.`,
      }),
    ];
  });
}

/** Lambda sends failed batches to standard queues only. */
function checkFailureQueues(manifest: Manifest, queues: readonly QueueDeclaration[]): readonly Problem[] {
  const streams = [...handlersOf(manifest, 'dynamodb'), ...handlersOf(manifest, 'kinesis')];
  return streams.flatMap(({ name, place, trigger }) => {
    const { onFailure } = trigger;
    if (typeof onFailure === 'string') return [];
    const fifo = [...queues, ...manifest.resources.filter((one) => one.kind === 'topic')].some(
      (one) => one.kind === onFailure.kind && one.name === onFailure.name && one.fifo,
    );
    if (!fifo) return [];
    return [
      problem('ON_FAILURE_FIFO', {
        message: `'${name}' sends what failed to the FIFO ${onFailure.kind} '${onFailure.name}', which Lambda does not do.`,
        place,
        subject: name,
        remedy: `Use a standard ${onFailure.kind}, or leave onFailure out: the queue '${name}Failures' is then made for it.`,
      }),
    ];
  });
}
