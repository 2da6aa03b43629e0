import { describe, expect, it, test, vi } from 'vitest';
import { allow } from '../auth/decision.ts';
import { policyAnswer } from '../auth/policy.ts';
import { httpEvent } from '../testing/http-event.ts';
import { type Asked, type FunctionRules, functionAuthorizer } from './function-authorizer.ts';
import { calledArn } from './method-arn.ts';

const arnOf = (path: string) => `arn:aws:execute-api:us-east-1:1:abc/prod/GET${path}`;
const policy = policyAnswer(allow({ routes: ['GET /a', 'GET /b'], principalId: 'ann' }), arnOf('/a'));
const rules: FunctionRules = {
  api: 'http',
  identity: ['header.Authorization'],
  ttl: 60,
  event: 'request',
  answer: 'policy',
};

/** Calls of routes, one after another, with what the function was asked in between. */
function caller(changes: Partial<FunctionRules> = {}, answer: () => unknown = () => policy) {
  let now = 0;
  const asked = vi.fn(async (): Promise<Asked> => {
    const value = answer();
    return value instanceof Error
      ? { failed: true, value: { errorMessage: value.message } }
      : { failed: false, value };
  });
  const all = { ...rules, ...changes };
  const authorize = functionAuthorizer(all, asked, () => now);
  const payload = all.api === 'http' ? '2.0' : '1.0';
  const call = (path: string, token = 'let-me', query = {}) => {
    const input = { headers: { Authorization: token }, query, payload } as const;
    return authorize(httpEvent('GET', path, input, { method: 'GET', path, params: {} }), arnOf(path));
  };
  const times = () => asked.mock.calls.length;
  return { call, times, asked, wait: (seconds: number) => (now += seconds * 1000) };
}

describe('what a function answered', () => {
  it('is remembered for its time, for each that says the same of itself', async () => {
    const { call, times, wait } = caller();
    await call('/a');
    await call('/a');
    expect(times()).toBe(1);
    await call('/a', 'me-too');
    expect(times()).toBe(2);
    wait(60);
    await call('/a');
    expect(times()).toBe(3);
  });

  it('is held against each route anew', async () => {
    const { call, times } = caller();
    expect(await call('/a')).toHaveProperty('found');
    expect(await call('/b')).toHaveProperty('found');
    expect(await call('/c')).toMatchObject({ refused: { status: 403 } });
    expect(times()).toBe(1);
  });

  it('is remembered for one route where the route is part of the identity', async () => {
    const { call, times } = caller({ identity: ['header.Authorization', 'route'] });
    await call('/a');
    await call('/b');
    await call('/b');
    expect(times()).toBe(2);
  });

  it('is not remembered without a time', async () => {
    const { call, times } = caller({ ttl: 0 });
    await call('/a');
    await call('/a');
    expect(times()).toBe(2);
  });

  it.each([
    ['a failure', new Error('down')],
    ['no policy', { principalId: 'ann' }],
    ['nothing', null],
    ['a text', 'allow'],
  ])('is not remembered where it is %s, and refused', async (_, answer) => {
    const { call, times } = caller({}, () => answer);
    expect(await call('/a')).toMatchObject({ refused: { status: 500 } });
    await call('/a');
    expect(times()).toBe(2);
  });

  it.each([
    [true, { found: { lambda: { a: [1] } } }],
    [false, { refused: { status: 403 } }],
    ['true', { refused: { status: 500 } }],
  ])('may be simple for an HTTP API: %j', async (isAuthorized, passage) => {
    const { call } = caller({ answer: 'simple' }, () => ({ isAuthorized, context: { a: [1] } }));
    expect(await call('/c')).toMatchObject(passage);
  });

  it('is that word for a REST API', async () => {
    const down = () => new Error('Unauthorized');
    expect(await caller({ api: 'rest' }, down).call('/a')).toMatchObject({ refused: { status: 401 } });
    expect(await caller({ api: 'http' }, down).call('/a')).toMatchObject({ refused: { status: 500 } });
  });

  it('reaches a route as each API hands it on', async () => {
    const answer = () => ({ ...policy, context: { level: 3, admin: true } });
    expect(await caller({}, answer).call('/a')).toEqual({ found: { lambda: { level: 3, admin: true } } });
    expect(await caller({ api: 'rest' }, answer).call('/a')).toEqual({
      found: { principalId: 'ann', integrationLatency: 0, level: '3', admin: 'true' },
    });
  });
});

test.each([
  [['header.Authorization'], '', {}],
  [['header.authorization', 'query.tenant'], 'let-me', {}],
  [['query.tenant'], 'let-me', { tenant: '' }],
] as const)('a request without %j is refused and nobody asked', async (identity, token, query) => {
  const { call, times } = caller({ identity });
  expect(await call('/a', token, query)).toMatchObject({ refused: { status: 401 } });
  expect(times()).toBe(0);
});

test('the function is asked with the request of its API', async () => {
  const http = caller({ identity: ['query.tenant', 'header.Authorization'] });
  await http.call('/a', 'let-me', { tenant: 't' });
  expect(http.asked).toHaveBeenCalledWith(
    expect.objectContaining({
      ...{ version: '2.0', type: 'REQUEST', routeArn: arnOf('/a'), routeKey: 'GET /a' },
      identitySource: ['t', 'let-me'],
    }),
  );
  const rest = caller({ api: 'rest' });
  await rest.call('/a');
  expect(rest.asked).toHaveBeenCalledWith(
    expect.objectContaining({ type: 'REQUEST', methodArn: arnOf('/a'), resource: '/a', httpMethod: 'GET' }),
  );
  const token = caller({ api: 'rest', event: 'token' });
  await token.call('/a');
  expect(token.asked).toHaveBeenCalledWith({
    type: 'TOKEN',
    methodArn: arnOf('/a'),
    authorizationToken: 'let-me',
  });
});

test('what is called has its ARN in the API and stage of the event', () => {
  const route = { method: 'GET', path: '/users/{id}', params: { id: '7' } };
  const of = (payload: '1.0' | '2.0') =>
    calledArn(httpEvent('GET', '/users/7', { payload }, route), 'eu-west-1');
  expect(of('2.0')).toBe('arn:aws:execute-api:eu-west-1:000000000000:local/$default/GET/users/7');
  expect(of('1.0')).toBe('arn:aws:execute-api:eu-west-1:000000000000:local/local/GET/users/7');
});
