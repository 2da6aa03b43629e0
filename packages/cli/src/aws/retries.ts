import { StandardRetryStrategy } from '@smithy/core/retry';
import { errorName } from './error-name.ts';

type Strategy = Pick<
  StandardRetryStrategy,
  'acquireInitialRetryToken' | 'refreshRetryTokenForRetry' | 'recordSuccess'
>;
type Token = Awaited<ReturnType<Strategy['acquireInitialRetryToken']>>;

/**
 * The SDK's way of trying a call again, with two differences. The SDK gives up for all calls when it has
 * tried about a hundred again, which an account that is throttled all day reaches in one deploy: here each
 * call has its own tries. And what AWS refuses because the same thing is just being changed counts as
 * throttled.
 *
 * @param tries of one call; with the backoff of what is throttled 8 of them span about half a minute.
 */
export function callRetries(tries: number): Strategy {
  const strategies = new WeakMap<Token, StandardRetryStrategy>();
  return {
    acquireInitialRetryToken: async (scope) => {
      const strategy = new StandardRetryStrategy({ maxAttempts: tries });
      const token = await strategy.acquireInitialRetryToken(scope);
      strategies.set(token, strategy);
      return token;
    },
    refreshRetryTokenForRetry: async (token, info) => {
      const strategy = strategies.get(token);
      if (!strategy) throw new Error('A call is tried again that was never tried.');
      const errorType = isBeingChanged(info.error) ? 'THROTTLING' : info.errorType;
      const next = await strategy.refreshRetryTokenForRetry(token, { ...info, errorType });
      strategies.set(next, strategy);
      return next;
    },
    recordSuccess: () => {},
  };
}

/** How IAM and EventBridge, CloudWatch Logs, S3 and SNS say it. */
const BEING_CHANGED: ReadonlySet<string> = new Set([
  'ConcurrentAccess',
  'ConcurrentAccessException',
  'ConcurrentModification',
  'ConcurrentModificationException',
  'OperationAborted',
  'OperationAbortedException',
]);

/** Lambda and API Gateway, DynamoDB and Kinesis have one name for that and for what is there already. */
function isBeingChanged(error: unknown): boolean {
  const name = errorName(error);
  if (BEING_CHANGED.has(name)) return true;
  const text = error instanceof Error ? error.message : '';
  if (name === 'ResourceInUseException') return !/already exists/i.test(text);
  return /concurrent (modification|update)/i.test(text);
}
