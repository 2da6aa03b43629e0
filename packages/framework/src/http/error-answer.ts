import { type HttpError, isHttpError } from './errors.ts';
import { type Reply, replyOf } from './reply.ts';

/**
 * An error as the answer that its client gets: an {@link HttpError} as it says, any other as a 500 that tells nothing.
 *
 * @param debug The stack of an error that nobody expected is told, as Chalice does it.
 */
export function errorAnswer(error: unknown, debug = false): Reply {
  if (isHttpError(error)) return replyOf(error.statusCode, bodyOf(error), error.headers);
  if (debug && error instanceof Error) return replyOf(500, error.stack, { 'Content-Type': 'text/plain' });
  return unexpected();
}

/** What is answered where something went wrong that the client has no part in. */
export function unexpected(): Reply {
  return replyOf(500, { Code: 'InternalServerError', Message: 'An internal server error occurred.' });
}

function bodyOf(error: HttpError): object {
  return { Code: error.code ?? error.name, Message: error.message, ...error.details };
}
