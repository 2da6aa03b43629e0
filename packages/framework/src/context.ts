/**
 * What Lambda tells a handler about the invocation and the function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */
export interface LambdaContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  /** MB, as Lambda gives it: text. */
  readonly memoryLimitInMB: string;
  readonly awsRequestId: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  /** Milliseconds until Lambda ends the invocation. */
  getRemainingTimeInMillis(): number;
}

/** What Lambda calls: the event as it comes, and the context. Two parameters, never three: Lambda refuses callbacks. */
export type LambdaFunction = (raw: unknown, context: LambdaContext) => Promise<unknown>;
