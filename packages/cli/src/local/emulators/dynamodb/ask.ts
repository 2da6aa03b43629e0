import type { AwsResponse } from '../../endpoint/message.ts';

/** Calls an operation: `call('CreateTable', { … })`. */
export type Call = (operation: string, input: object) => Promise<AwsResponse>;

/** What the engine refused, in its own words. */
export class DynamoDBError extends Error {
  /** `ResourceNotFoundException`. */
  readonly code: string;

  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${code}: ${message}`);
    this.code = code;
  }
}

/**
 * Calls an operation and reads its answer.
 *
 * @throws DynamoDBError
 */
export async function ask<Output>(call: Call, operation: string, input: object): Promise<Output> {
  const { status, body } = await call(operation, input);
  const answer = JSON.parse(String(body));
  if (status === 200) return answer;
  const code = String(answer.__type ?? '').replace(/^.*#/, '');
  throw new DynamoDBError(operation, code, answer.message ?? answer.Message ?? '');
}

/** Gives nothing where the engine says that there is no such thing. */
export function unlessMissing<Output>(asked: Promise<Output>): Promise<Output | undefined> {
  return asked.catch((error: unknown) => {
    if (error instanceof DynamoDBError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  });
}
