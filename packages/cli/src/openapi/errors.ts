import type { JsonObject } from '@tankard/framework/manifest';
import type { SchemaPool } from './schema-pool.ts';

/** The statuses of the errors that the framework has by name. */
const STATUSES: Readonly<Record<string, number | undefined>> = {
  BadRequestError: 400,
  UnauthorizedError: 401,
  ForbiddenError: 403,
  NotFoundError: 404,
  MethodNotAllowedError: 405,
  RequestTimeoutError: 408,
  ConflictError: 409,
  UnprocessableEntityError: 422,
  TooManyRequestsError: 429,
};

/** The status of an error that a comment names, of any `HttpError` the number that is said of it. */
export function statusOf({
  error,
  when,
}: {
  readonly error: string;
  readonly when: string;
}): number | undefined {
  const [said] = /^[1-5]\d\d\b/.exec(when) ?? [];
  return STATUSES[error] ?? (said === undefined ? undefined : Number(said));
}

const text = { type: 'string' } as const;

const ERROR: JsonObject = {
  type: 'object',
  properties: { Code: text, Message: text },
  required: ['Code', 'Message'],
};

const INVALID_REQUEST: JsonObject = {
  type: 'object',
  properties: {
    Code: text,
    Message: text,
    issues: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          in: { enum: ['params', 'query', 'headers', 'body'] },
          path: { ...text, description: 'Where in that part, such as `items.0.price`; empty for all of it.' },
          message: text,
        },
        required: ['in', 'path', 'message'],
      },
    },
  },
  required: ['Code', 'Message', 'issues'],
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html: one has a capital M. */
const GATEWAY_ERROR: JsonObject = {
  type: 'object',
  properties: { message: { type: ['string', 'null'] }, Message: text },
};

/** Who answers with an error decides what it looks like. */
export type ErrorKind = 'app' | 'validation' | 'gateway';

export function errorSchema(kind: ErrorKind, pool: SchemaPool): JsonObject {
  if (kind === 'app') return pool.named('Error', ERROR);
  if (kind === 'validation') return pool.named('InvalidRequest', INVALID_REQUEST);
  return pool.named('GatewayError', GATEWAY_ERROR);
}
