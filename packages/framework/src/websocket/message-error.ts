import { errorAnswer } from '../http/error-answer.ts';
import { BadRequestError, isHttpError } from '../http/errors.ts';
import { SchemaError } from '../schema.ts';

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
  const told =
    error instanceof SchemaError
      ? new BadRequestError('The message does not fit.', { details: { issues: error.issues } })
      : error;
  if (!isHttpError(told)) return undefined;
  const { status, body } = errorAnswer(told);
  return { status, body: body as MessageError };
}
