import { type HttpError, isHttpError } from './errors.ts';
import { type Reply, reply } from './reply.ts';

/** An error as the answer that its client gets: an {@link HttpError} as it says, any other as a 500 that tells nothing. */
export function errorAnswer(error: unknown): Reply {
  if (!isHttpError(error)) return unexpected();
  return reply(error.statusCode, bodyOf(error), error.headers);
}

/** What is answered where something went wrong that the client has no part in. */
export function unexpected(): Reply {
  return reply(500, { Code: 'InternalServerError', Message: 'An internal server error occurred.' });
}

function bodyOf(error: HttpError): object {
  return { Code: error.code ?? error.name, Message: error.message, ...error.details };
}
