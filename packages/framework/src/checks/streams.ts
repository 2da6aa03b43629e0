import type { Problem } from '../errors.ts';
import type { DynamoDBTrigger, HandlerDeclaration, KinesisTrigger } from '../manifest/types.ts';
import { checkFilters } from './filters.ts';
import { handlerProblem } from './handler-problem.ts';
import { checkBounds } from './settings.ts';

/**
 * What Lambda takes of a stream's mapping.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
export function checkStream(handler: HandlerDeclaration<DynamoDBTrigger | KinesisTrigger>): Problem[] {
  const { batchSize, batchWindow, concurrency, retries, maxAge, onFailure, filters } = handler.trigger;
  const problems = [
    ...checkBounds(handler, [
      { option: 'batchSize', value: batchSize, least: 1, most: 10_000 },
      { option: 'batchWindow', value: batchWindow, least: 0, most: 300 },
      { option: 'concurrency', value: concurrency, least: 1, most: 10 },
      { option: 'retries', value: retries, least: 0, most: 10_000, or: -1 },
      { option: 'maxAge', value: maxAge, least: 60, most: 604_800, or: -1 },
    ]),
    ...checkFilters(handler, filters),
  ];
  if (onFailure !== 'block' || (retries === -1 && (maxAge ?? -1) === -1)) return problems;
  return [
    ...problems,
    handlerProblem(
      handler,
      'STREAM_BLOCK_LIMITED',
      "The handler has onFailure: 'block' and a limit of retries or age, after which a record would be dropped.",
      "Leave out retries and maxAge, or write onFailure: 'drop'.",
    ),
  ];
}
