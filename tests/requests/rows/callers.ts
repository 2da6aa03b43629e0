import { type Answer, type RequestRow, WITHOUT_AUTHORIZERS } from '../request-row.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const refused = (status: number, json: unknown, type?: string): Answer => ({
  ...{ status, json },
  headers: { ...JSON_TYPE, ...(type !== undefined && { 'x-amzn-errortype': type }) },
});

const caller = (
  does: string,
  target: string,
  token: string | undefined,
  http: Answer,
  rest: Answer = http,
): RequestRow => ({
  does: `a caller: ${does}`,
  asks: `GET /guarded/${target}`,
  headers: token === undefined ? [] : [['Authorization', `Bearer ${token}`]],
  gives: http,
  but: { rest },
  without: WITHOUT_AUTHORIZERS,
});

const unauthorized = {
  http: refused(401, { message: 'Unauthorized' }),
  rest: refused(401, { message: 'Unauthorized' }, 'UnauthorizedException'),
};
const forbidden = refused(403, { message: 'Forbidden' });
const silently = 'User is not authorized to access this resource';
const explicitly = `${silently} with an explicit deny in an identity-based policy`;
const denied = (Message: string) => refused(403, { Message }, 'AccessDeniedException');
const failed = {
  http: refused(500, { message: 'Internal Server Error' }),
  rest: refused(500, { message: null }, 'AuthorizerConfigurationException'),
};

/** Routes with a built-in authorizer. */
export const CALLER_ROWS: readonly RequestRow[] = [
  caller('one who does not say who it is', 'mine', undefined, unauthorized.http, unauthorized.rest),
  caller('one who is denied', 'mine', 'eve', forbidden, denied(explicitly)),
  caller('one who is allowed', 'mine', 'ann', {
    json: {
      auth: { kind: 'function', principalId: 'ann', context: { role: 'admin' } },
      numbered: true,
    },
  }),
  // Nobody else is bob, so that no row that runs at the same time is what was remembered.
  caller('one who is allowed and comes again is remembered', 'items/7', 'bob', { again: 'same' }),
  caller('one who is remembered for no time is asked again', 'fresh', 'ann', { again: 'other' }),
  caller('one who is allowed other routes', 'others', 'ann', forbidden, denied(silently)),
  caller(
    'one of whom the authorizer says that it knows nobody',
    'mine',
    'nobody',
    forbidden,
    unauthorized.rest,
  ),
  caller('one at whom the authorizer fails', 'mine', 'broken', failed.http, failed.rest),
];
