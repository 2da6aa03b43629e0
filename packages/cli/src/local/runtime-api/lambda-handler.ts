/** What a function's file exports. */
export type LambdaHandler = (event: unknown, context: object) => unknown;
