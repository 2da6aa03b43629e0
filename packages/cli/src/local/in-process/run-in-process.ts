import type { App, LambdaContext } from '@tankard/framework';
import { lambdaHandler, streamHandler } from '@tankard/framework/lambda';
import { testContext } from '@tankard/framework/testing';
import type { FunctionSpec } from '../../build/functions.ts';
import { failureOf } from '../runtime-api/failure.ts';
import type { TakeChunk } from '../runtime-api/streamed-answer.ts';
import type { ProcessEvent } from '../workers/function-process.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import { timeoutFailure } from '../workers/platform-failure.ts';
import { runStream } from './run-stream.ts';

/** A function of an app that runs where the app was loaded. */
export interface InProcessFunction {
  readonly spec: FunctionSpec;
  readonly arn: string;
  readonly physicalName: string;
  /** Seconds. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
  /** Its answers are sent as they are made. */
  readonly streams: boolean;
}

/**
 * Runs functions in this process, through the adapters that run in Lambda: results pass through JSON, and what is thrown or takes
 * too long is a failed result. What a function leaves in memory stays there for all of them.
 */
export function runInProcess(
  app: App,
  functions: readonly InProcessFunction[],
): (name: string, event: ProcessEvent) => Promise<InvocationResult> {
  const byName = new Map(functions.map((one) => [one.spec.name, { ...one, handler: handlerOf(app, one) }]));
  return async (name, { payload, requestId, take }) => {
    const found = byName.get(name);
    if (!found) throw new Error(`There is no function '${name}'.`);
    const began = performance.now();
    const deadline = began + found.timeout * 1000;
    const context = testContext({
      awsRequestId: requestId,
      functionName: found.physicalName,
      invokedFunctionArn: found.arn,
      memoryLimitInMB: String(found.memory),
      logGroupName: `/aws/lambda/${found.physicalName}`,
      getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
    });
    const ran = () => found.handler(JSON.parse(payload), context, take);
    const outcome = await outcomeOf(ran, requestId, found.timeout);
    return { requestId, ...outcome, duration: performance.now() - began };
  };
}

/** Gives JSON text. */
type Handler = (event: unknown, context: LambdaContext, take?: TakeChunk) => Promise<string>;

function handlerOf(app: App, { spec, streams }: InProcessFunction): Handler {
  const names = spec.handlers.map(({ name }) => name);
  if (streams) {
    const handler = streamHandler(app, names);
    return (event, context, take) => runStream(handler, event, context, take);
  }
  const handler = lambdaHandler(app, names);
  return async (event, context) => JSON.stringify(await handler(event, context)) ?? 'null';
}

async function outcomeOf(
  run: () => Promise<string>,
  requestId: string,
  seconds: number,
): Promise<{ readonly payload: string; readonly failed: boolean }> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), seconds * 1000);
  try {
    const result = await Promise.race([run(), late.promise]);
    if (result === undefined) return { payload: timeoutFailure(requestId, seconds), failed: true };
    return { payload: result, failed: false };
  } catch (thrown) {
    return { payload: JSON.stringify(failureOf(thrown)), failed: true };
  } finally {
    clearTimeout(timer);
  }
}
