import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, Manifest, SqsTrigger } from '../manifest/types.ts';
import { checkFilters } from './filters.ts';
import { handlerProblem } from './handler-problem.ts';
import { checkBounds } from './settings.ts';

const MOST_AT_ONCE = 10;

/**
 * What Lambda takes of a queue's mapping.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
export function checkSqs(handler: HandlerDeclaration<SqsTrigger>, { resources }: Manifest): Problem[] {
  const { queue, batchSize, batchWindow, concurrency, filters } = handler.trigger;
  const fifo = resources.some((its) => its.kind === 'queue' && its.name === queue.name && its.fifo);
  return [
    ...checkBounds(handler, [
      { option: 'batchSize', value: batchSize, least: 1, most: 10_000 },
      { option: 'batchWindow', value: batchWindow, least: 0, most: 300 },
      { option: 'concurrency', value: concurrency, least: 2, most: 1000 },
    ]),
    ...(fifo ? checkFifo(handler) : checkWindow(handler)),
    ...checkFilters(handler, filters),
  ];
}

function checkFifo(handler: HandlerDeclaration<SqsTrigger>): Problem[] {
  const { queue, batchSize, batchWindow } = handler.trigger;
  const problems: Problem[] = [];
  if (batchSize > MOST_AT_ONCE) {
    problems.push(
      handlerProblem(
        handler,
        'SQS_FIFO_BATCH',
        `The queue '${queue.name}' is FIFO and its handler takes batches of ${batchSize}.`,
        `Write a batchSize of at most ${MOST_AT_ONCE}: a FIFO queue gives no more at once.`,
      ),
    );
  }
  if (batchWindow) {
    problems.push(
      handlerProblem(
        handler,
        'SQS_FIFO_WINDOW',
        `The queue '${queue.name}' is FIFO and its handler waits ${batchWindow} seconds for a batch.`,
        'Leave out batchWindow: Lambda does not wait at a FIFO queue.',
      ),
    );
  }
  return problems;
}

function checkWindow(handler: HandlerDeclaration<SqsTrigger>): Problem[] {
  const { batchSize, batchWindow } = handler.trigger;
  if (!(batchSize > MOST_AT_ONCE) || batchWindow) return [];
  return [
    handlerProblem(
      handler,
      'SQS_BATCH_WITHOUT_WINDOW',
      `The handler takes batches of ${batchSize} and has no window to fill them.`,
      `Add batchWindow: 1 (seconds) or more, or write a batchSize of at most ${MOST_AT_ONCE}.`,
    ),
  ];
}
