import type { Manifest, Trigger } from '@tankard/framework/manifest';
import type { Cause } from '../invocations/cause.ts';

/** What made a function run whose event came out of another engine; which invocation led to it, only that knows. */
export function relayedCause({ handlers }: Manifest, functionName: string): Cause {
  const trigger = handlers.find(({ name }) => name === functionName)?.trigger;
  return { by: trigger?.source ?? 'lambda', what: whatOf(trigger) ?? functionName, after: [] };
}

function whatOf(trigger: Trigger | undefined): string | undefined {
  switch (trigger?.source) {
    case 's3':
      return `bucket ${trigger.bucket.name}`;
    case 'sns':
      return `topic ${trigger.topic.name}`;
    case 'sqs':
      return `queue ${trigger.queue.name}`;
    case 'dynamodb':
      return `table ${trigger.table.name}`;
    case 'kinesis':
      return `stream ${trigger.stream.name}`;
    default:
      return undefined;
  }
}
