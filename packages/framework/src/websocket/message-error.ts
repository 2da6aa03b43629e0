import { errorAnswer } from '../http/error-answer.ts';
import { isHttpError } from '../http/errors.ts';

/** What goes to a client whose message was refused: the same that a route answers with. */
export interface MessageError {
  readonly Code: string;
  readonly Message: string;
  readonly [detail: string]: unknown;
}

/** An error as its sender is told of it; undefined for one that the sender has no part in. */
export function messageError(
  error: unknown,
): { readonly status: number; readonly body: MessageError } | undefined {
  if (!isHttpError(error)) return undefined;
  const { status, body } = errorAnswer(error);
  return { status, body: body as MessageError };
}
