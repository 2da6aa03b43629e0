import type { Answer, RequestRow } from '../request-row.ts';

const failure = (does: string, kind: string, gives: Answer): RequestRow => ({
  does: `an error: ${does}`,
  asks: `GET /failures/${kind}`,
  gives: { ...gives, headers: { 'content-type': 'application/json', ...gives.headers } },
});
const told = (status: number, Code: string, Message: string): Answer => ({ status, json: { Code, Message } });
/** It tells nothing of what happened. */
const unexpected: Answer = {
  ...told(500, 'InternalServerError', 'An internal server error occurred.'),
  cookies: [],
};

export const FAILURE_ROWS: readonly RequestRow[] = [
  failure('400', 'bad-request', told(400, 'BadRequestError', 'That makes no sense.')),
  failure('401 with a header', 'unauthorized', {
    ...told(401, 'UnauthorizedError', 'Who are you?'),
    headers: { 'www-authenticate': 'Bearer' },
  }),
  failure('403', 'forbidden', told(403, 'ForbiddenError', 'Not you.')),
  failure('404 of the app', 'not-found', told(404, 'NotFoundError', 'No such beer.')),
  failure('409', 'conflict', told(409, 'ConflictError', 'There is one.')),
  failure('422 with details', 'unprocessable', {
    status: 422,
    json: { Code: 'UnprocessableEntityError', Message: 'No.', field: 'name' },
  }),
  failure('429 with a header', 'too-many', {
    ...told(429, 'TooManyRequestsError', 'Slow down.'),
    headers: { 'retry-after': '5' },
  }),
  failure('any status with a code', 'payment', told(402, 'PaymentRequired', 'The invoice is not paid.')),
  failure('503', 'unavailable', told(503, 'HttpError', 'Later.')),
  failure('without a message', 'silent', told(400, 'BadRequestError', '')),
  failure('one that nobody expected', 'secret', unexpected),
  failure('a text that is thrown', 'text', unexpected),
  failure('nothing that is thrown', 'nothing', unexpected),
  failure('a promise that is rejected', 'rejects', unexpected),
  failure('a value that has no JSON', 'no-json', unexpected),
  failure('an object that holds itself', 'circle', unexpected),
  failure('a header with a line break', 'split-header', unexpected),
  failure('a status that is none', 'no-status', unexpected),
];
