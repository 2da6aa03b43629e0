import type { DynamoDBTrigger, HandlerDeclaration, KinesisTrigger } from '@tankard/framework/manifest';
import { ref, type Value } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';

/** Seconds: what failed is kept as long as SQS can, 14 days. */
export const FAILURE_RETENTION = 14 * 24 * 60 * 60;

/** A record handler's own queue for what failed. */
export const failureQueueName = (handler: string): string => `${handler}Failures`;

/** A mapping of a stream, and the queue for what failed where the handler has its own. */
export function streamMapping(
  { name, place, trigger }: HandlerDeclaration<DynamoDBTrigger | KinesisTrigger>,
  sourceArn: Value,
  { names, placeholders, values }: Lowering,
): readonly AnyNode[] {
  const { onFailure } = trigger;
  const queue = failureQueueName(name);
  const model = {
    function: ref(`function:${name}`, 'arn'),
    source: trigger.source,
    sourceArn,
    batchSize: trigger.batchSize,
    batchWindow: trigger.batchWindow,
    filters: trigger.filters.map(placeholders.json),
    parallelization: trigger.concurrency,
    startingPosition: trigger.startingPosition,
    retries: onFailure === 'block' ? -1 : trigger.retries,
    maxAge: trigger.maxAge,
    bisect: trigger.bisect,
    onFailure:
      onFailure === 'own'
        ? ref(`queue:${queue}`, 'arn')
        : typeof onFailure === 'string'
          ? undefined
          : values.arn(onFailure),
    reportBatchItemFailures: true,
  };
  const mapping = makeNode('mapping', name, model, { place });
  if (onFailure !== 'own') return [mapping];
  const failures = {
    physicalName: names.of('queue', queue),
    fifo: false,
    visibility: 30,
    retention: FAILURE_RETENTION,
  };
  return [makeNode('queue', queue, failures, { place }), mapping];
}
