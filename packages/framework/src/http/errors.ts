const brand = Symbol.for('tankard.http-error');

/** What an {@link HttpError} may carry beside its status and message. */
export interface HttpErrorOptions {
  /** The `Code` of the answer's body; default the error's name. */
  readonly code?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** More for the body, beside `Code` and `Message`. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** For the log only; never part of the answer. */
  readonly cause?: unknown;
}

/**
 * An error that is an HTTP answer: thrown anywhere in a route's handler, it is answered with its status and
 * the body `{"Code","Message"}`. Its message reaches the client, so it holds nothing that the client may not see.
 *
 * @example
 * throw new HttpError(402, 'The invoice is not paid.', { code: 'PaymentRequired' });
 */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly statusCode: number;
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  // Given in the constructor: a computed field would keep the class in functions that never name it.
  declare readonly [brand]: true;

  constructor(statusCode: number, message = '', options: HttpErrorOptions = {}) {
    super(message, options);
    this[brand] = true;
    this.statusCode = statusCode;
    this.code = options.code;
    this.headers = options.headers;
    this.details = options.details;
  }
}

/** Whether a thrown value is an {@link HttpError} of any copy of this package. */
export function isHttpError(thrown: unknown): thrown is HttpError {
  return typeof thrown === 'object' && thrown !== null && brand in thrown;
}

/** 400: the request itself is wrong. */
export class BadRequestError extends HttpError {
  override name = 'BadRequestError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(400, message, options);
  }
}

/** 401: who calls is not known. */
export class UnauthorizedError extends HttpError {
  override name = 'UnauthorizedError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(401, message, options);
  }
}

/** 403: who calls is known and may not. */
export class ForbiddenError extends HttpError {
  override name = 'ForbiddenError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(403, message, options);
  }
}

/** 404: there is no such thing. */
export class NotFoundError extends HttpError {
  override name = 'NotFoundError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(404, message, options);
  }
}

/** 405: the path has no such method. */
export class MethodNotAllowedError extends HttpError {
  override name = 'MethodNotAllowedError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(405, message, options);
  }
}

/** 408: the request took too long to arrive. */
export class RequestTimeoutError extends HttpError {
  override name = 'RequestTimeoutError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(408, message, options);
  }
}

/** 409: it collides with what is there. */
export class ConflictError extends HttpError {
  override name = 'ConflictError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(409, message, options);
  }
}

/** 422: it is well formed and makes no sense. */
export class UnprocessableEntityError extends HttpError {
  override name = 'UnprocessableEntityError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(422, message, options);
  }
}

/** 429: too many requests. */
export class TooManyRequestsError extends HttpError {
  override name = 'TooManyRequestsError';
  constructor(message?: string, options?: HttpErrorOptions) {
    super(429, message, options);
  }
}
