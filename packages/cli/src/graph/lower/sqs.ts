import type { HandlerDeclaration, SqsTrigger } from '@tankard/framework/manifest';
import { DEFAULTS } from '@tankard/framework/rules';
import { ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';

/** The mappings of queues. */
export function lowerSqs(
  handlers: readonly HandlerDeclaration<SqsTrigger>[],
  { functions, placeholders, values }: Lowering,
): readonly AnyNode[] {
  return handlers.map(({ name, place, trigger }) => {
    const reserved = functions.get(name)?.settings.reservedConcurrency;
    const model = {
      function: ref(`function:${name}`, 'arn'),
      source: 'sqs',
      sourceArn: values.arn(trigger.queue),
      batchSize: trigger.batchSize,
      batchWindow: trigger.batchWindow,
      filters: trigger.filters.map(placeholders.json),
      maximumConcurrency: concurrencyOf(trigger, reserved),
      reportBatchItemFailures: true,
    } as const;
    return makeNode('mapping', name, model, { place });
  });
}

/**
 * Never more than the function has reserved for itself, or throttled messages would use up their
 * receives, and never less than the 2 that AWS asks for.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
function concurrencyOf({ concurrency }: SqsTrigger, reserved: number | undefined): number {
  const wanted = concurrency ?? DEFAULTS.sqs.concurrency;
  return reserved === undefined ? wanted : Math.max(2, Math.min(wanted, reserved));
}
