import { randomUUID } from 'node:crypto';
import type { LambdaContext } from '../context.ts';
import { DEFAULTS } from '../defaults.ts';

/**
 * A Lambda context for a test: a new request id, and the default timeout's worth of time that never runs out.
 *
 * @example
 * const context = testContext({ functionName: 'nightly' });
 */
export function testContext(changes: Partial<LambdaContext> = {}): LambdaContext {
  const functionName = changes.functionName ?? 'test';
  const context: Omit<LambdaContext, 'done' | 'fail' | 'succeed'> = {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`,
    memoryLimitInMB: String(DEFAULTS.memory),
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: '2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => DEFAULTS.timeout * 1000,
    ...changes,
  };
  // Nothing has the type `never`, and the runtime has no such methods either.
  return context as LambdaContext;
}
