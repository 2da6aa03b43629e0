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
  /** Whether Lambda waits for timers and open connections after the answer; it is not asked of an async handler. */
  callbackWaitsForEmptyEventLoop: boolean;
  /** Milliseconds until Lambda ends the invocation. */
  getRemainingTimeInMillis(): number;
  /**
   * Node.js 24's runtime has no `done`, `fail` and `succeed`. They are here as `never`, so that the context fits where
   * another library asks for all of `Context` of `@types/aws-lambda`, and nobody can call them.
   */
  readonly done: never;
  readonly fail: never;
  readonly succeed: never;
}

/** What Lambda calls: the event as it comes, and the context. Two parameters, never three: Lambda refuses callbacks. */
export type LambdaFunction = (raw: unknown, context: LambdaContext) => Promise<unknown>;
