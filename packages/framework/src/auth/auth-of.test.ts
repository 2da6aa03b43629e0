import { expect, test } from 'vitest';
import { authOf } from './auth-of.ts';

const iam = { kind: 'iam', accountId: '1', accessKey: 'AKIA', userArn: 'arn:user', userId: 'AIDA' };
const token = { kind: 'token', claims: { sub: 'ann', scope: 'a b' }, scopes: ['a', 'b'] };
const own = { kind: 'function', principalId: 'ann', context: { admin: 'true', level: '3' } };

test.each([
  ['nobody', {}, undefined],
  ['nobody, said as null', { authorizer: null }, undefined],
  ['a function, HTTP API', { authorizer: { lambda: { principalId: 'ann', admin: true, level: 3 } } }, own],
  [
    'a function, REST API, which says how long it took',
    { authorizer: { principalId: 'ann', admin: 'true', level: '3', integrationLatency: 7 } },
    own,
  ],
  [
    'a function that says nothing',
    { authorizer: { lambda: null } },
    { kind: 'function', principalId: '', context: {} },
  ],
  [
    'a token, HTTP API',
    { authorizer: { jwt: { claims: { sub: 'ann', scope: 'a b' }, scopes: ['a', 'b'] } } },
    token,
  ],
  [
    'a token of a route without scopes',
    { authorizer: { jwt: { claims: token.claims, scopes: null } } },
    token,
  ],
  ['a token, REST API', { authorizer: { claims: { sub: 'ann', scope: 'a b' } } }, token],
  [
    'a signature, HTTP API',
    { authorizer: { iam: { accountId: '1', accessKey: 'AKIA', userArn: 'arn:user', userId: 'AIDA' } } },
    iam,
  ],
  [
    'a signature, REST API',
    {
      identity: {
        sourceIp: '::1',
        accountId: '1',
        accessKey: 'AKIA',
        userArn: 'arn:user',
        user: 'AIDA',
      },
    },
    iam,
  ],
  ['the address alone', { identity: { sourceIp: '::1', userArn: null } }, undefined],
])('finds %s', (_, requestContext, found) => {
  const auth = authOf({ requestContext } as never);
  expect(auth && JSON.parse(JSON.stringify(auth))).toEqual(found);
});

test('takes no name of a context for one that objects have', () => {
  const auth = authOf({ requestContext: { authorizer: { lambda: { principalId: 'ann' } } } });
  expect(auth?.kind === 'function' && auth.context.constructor).toBeUndefined();
});
