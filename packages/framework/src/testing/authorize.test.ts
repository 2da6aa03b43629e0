import { describe, expect, it, vi } from 'vitest';
import { App, allow, deny, type FunctionAuth, jwtAuthorizer, type TokenAuth } from '../index.ts';
import { createTestClient } from './index.ts';

/** An app that lets `ann` see what is hers, and everybody the open door. */
function guarded() {
  const app = new App('test');
  const asked = vi.fn();
  const gate = app.authorizer((request) => {
    asked(request.token);
    if (request.token === 'down') throw new Error('down');
    if (request.token !== 'ann') return deny();
    return allow({ routes: ['GET /own/{id}'], principalId: 'ann', context: { level: 3 } });
  });
  app.route('GET /own/{id}', { authorizer: gate }, (req) => req.auth);
  app.route('GET /other', { authorizer: gate }, () => 'hidden');
  app.route('GET /open', (req) => req.auth ?? 'nobody');
  const jwt = jwtAuthorizer({ issuer: 'https://login.example.com', audience: ['shop'] });
  app.route('GET /token', { authorizer: jwt }, (req) => req.auth.claims.sub);
  return { client: createTestClient(app).http, asked };
}

const as = (Authorization: string, payload: '1.0' | '2.0' = '2.0') => ({
  headers: { Authorization },
  payload,
});

describe('a route behind an authorizer of the app', () => {
  it.each(['1.0', '2.0'] as const)('is reached with what it found, payload %s', async (payload) => {
    const { client, asked } = guarded();
    const answer = await client.get('/own/7', as('ann', payload));
    expect(answer.json()).toEqual({
      kind: 'function',
      principalId: 'ann',
      context: expect.objectContaining({ level: '3' }),
    });
    await client.get('/own/8', as('ann', payload));
    expect(asked.mock.calls).toEqual([['ann']]);
  });

  it.each([
    ['1.0', 'nobody', 403, { Message: expect.stringContaining('explicit deny') }],
    ['2.0', 'nobody', 403, { message: 'Forbidden' }],
    ['1.0', '', 401, { message: 'Unauthorized' }],
    ['2.0', '', 401, { message: 'Unauthorized' }],
    ['1.0', 'down', 500, { message: null }],
    ['2.0', 'down', 500, { message: 'Internal Server Error' }],
  ] as const)('is not reached, payload %s as %j: %d', async (payload, token, status, body) => {
    vi.stubEnv('TANKARD_LOG_LEVEL', 'FATAL');
    const answer = await guarded().client.get('/own/7', as(token, payload));
    expect([answer.statusCode, answer.json()]).toEqual([status, body]);
  });

  it('is not reached by who may call another one', async () => {
    const { client } = guarded();
    expect((await client.get('/other', as('ann'))).statusCode).toBe(403);
    expect((await client.get('/other', as('ann', '1.0'))).json()).toEqual({
      Message: 'User is not authorized to access this resource',
    });
  });

  it.each(['1.0', '2.0'] as const)('is reached with what a test says, payload %s', async (payload) => {
    const { client, asked } = guarded();
    const auth: FunctionAuth = { kind: 'function', principalId: 'bob', context: { level: '1' } };
    expect((await client.get('/own/7', { auth, payload })).json()).toEqual(auth);
    expect((await client.get('/other', { auth: 'none', payload })).body).toBe('hidden');
    expect(asked).not.toHaveBeenCalled();
  });
});

it('a route without an authorizer is reached by everybody', async () => {
  expect((await guarded().client.get('/open')).body).toBe('nobody');
});

it.each(['1.0', '2.0'] as const)(
  'a route for tokens is reached as a test says, payload %s',
  async (payload) => {
    const { client } = guarded();
    expect((await client.get('/token', { payload })).statusCode).toBe(401);
    const auth: TokenAuth = { kind: 'token', claims: { sub: 'ann' }, scopes: [] };
    expect((await client.get('/token', { payload, auth })).body).toBe('ann');
  },
);
