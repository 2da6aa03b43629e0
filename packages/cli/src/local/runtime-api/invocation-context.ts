import type { NextEvent } from './pipe.ts';

/** Makes the second argument of a handler: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
export function invocationContexts(env: NodeJS.ProcessEnv): (event: NextEvent) => object {
  // Once: each look at `process.env` goes through the whole environment.
  const ofFunction = {
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: undefined,
    identity: undefined,
  };
  return ({ id, deadline, functionArn }) => ({
    ...ofFunction,
    awsRequestId: id,
    invokedFunctionArn: functionArn,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  });
}
