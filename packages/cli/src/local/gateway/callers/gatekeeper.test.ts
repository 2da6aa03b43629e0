import { httpEvent } from '@tankard/framework/testing';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createGatekeeper, type LocalAuthorizer } from './gatekeeper.ts';
import type { RouteCallers } from './route-callers.ts';
import { type TestIssuer, testIssuer } from './testing/issuer.ts';

const NOW = Date.UTC(2026, 10, 26) / 1000;
const iss = 'https://login.example.com';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await testIssuer();
});
const token = (claims: object = {}) =>
  issuer.sign({ iss, aud: 'shop', sub: 'ann', exp: NOW + 60, ...claims });

/** What a request that says this of itself comes to. */
function admitted(api: 'http' | 'rest', callers: RouteCallers, headers: Record<string, string>, query = {}) {
  const identity = ['header.Authorization'] as const;
  const rules = { api, identity, ttl: 60, event: 'request', answer: 'policy' } as const;
  const authorizers = new Map<string, LocalAuthorizer>([
    [
      'jwt',
      { kind: 'token', api, identity, issuers: [iss], audience: api === 'http' ? ['shop'] : undefined },
    ],
    ['gate', { kind: 'function', function: 'gate', rules }],
    ['elsewhere', { kind: 'function', function: undefined, rules }],
  ]);
  const gatekeeper = createGatekeeper({
    ...{ api, region: 'eu-west-1', account: '000000000000', authorizers },
    apiKeys: ['partner-a', 'partner-b'],
    keys: { jwks: { [iss]: issuer.keySet }, apiKeys: { 'partner-a': 'secret' } },
    now: () => NOW * 1000,
  });
  const route = { method: 'GET', path: '/own', params: {} };
  const event = httpEvent('GET', '/own', { headers, query, payload: api === 'http' ? '2.0' : '1.0' }, route);
  const ask = vi.fn(async (_: string, payload: string) => {
    const { routeArn, methodArn } = JSON.parse(payload) as Record<string, string>;
    const statement = { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: routeArn ?? methodArn };
    const answer = { principalId: 'ann', policyDocument: { Statement: [statement] } };
    return { failed: false, payload: JSON.stringify(answer) };
  });
  return { outcome: gatekeeper.admit(callers, event, ask), ask };
}

const tokens = (scopes: readonly string[] = []): RouteCallers => ({ type: 'JWT', authorizer: 'jwt', scopes });
const challenge = (outcome: unknown) =>
  (outcome as { refused: { headers: Record<string, string> } }).refused.headers['www-authenticate'];

describe('a route for tokens of an HTTP API', () => {
  it('is reached with what the token says', async () => {
    const given = await token({ roles: ['a', 'b'], admin: true, scope: 'read' });
    const { outcome } = admitted('http', tokens(['read']), { Authorization: `Bearer ${given}` });
    expect(await outcome).toMatchObject({
      context: {
        authorizer: { jwt: { claims: { sub: 'ann', roles: '[a b]', admin: 'true' }, scopes: ['read'] } },
      },
    });
  });

  it('takes a token without the word Bearer, and tells of no scopes where it asks for none', async () => {
    const { outcome } = admitted('http', tokens(), { Authorization: await token() });
    expect(await outcome).toMatchObject({ context: { authorizer: { jwt: { scopes: null } } } });
  });

  it('says in a header why it is not reached', async () => {
    const none = await admitted('http', tokens(), {}).outcome;
    expect([none, challenge(none)]).toEqual([
      { refused: expect.objectContaining({ status: 401, body: { message: 'Unauthorized' } }) },
      'Bearer',
    ]);
    const other = { Authorization: await token({ aud: 'pub' }) };
    const wrong = await admitted('http', tokens(), other).outcome;
    expect(wrong).toMatchObject({ refused: { status: 401 } });
    expect(challenge(wrong)).toBe(
      'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
    );
    const scope = await admitted('http', tokens(['read']), { Authorization: await token() }).outcome;
    expect(scope).toMatchObject({ refused: { status: 403, body: { message: 'Forbidden' } } });
    expect(challenge(scope)).toMatch(/^Bearer scope="read" error="insufficient_scope"/);
  });
});

describe('a route for tokens of a REST API', () => {
  const callers: RouteCallers = { type: 'COGNITO_USER_POOLS', authorizer: 'jwt', scopes: ['read'] };

  it('is reached with what the token says', async () => {
    const given = await token({ scope: 'read', aud: 'whoever' });
    const { outcome } = admitted('rest', callers, { Authorization: given });
    expect(await outcome).toMatchObject({
      context: { authorizer: { claims: { sub: 'ann', scope: 'read' } } },
    });
  });

  it.each([
    ['none', undefined, 'Unauthorized'],
    ['one without the scope', {}, 'Unauthorized'],
    ['one whose time is over', { scope: 'read', exp: NOW - 1 }, 'The incoming token has expired'],
  ])('is not reached with %s', async (_, claims, message) => {
    const headers: Record<string, string> = claims ? { Authorization: await token(claims) } : {};
    const outcome = await admitted('rest', callers, headers).outcome;
    expect(outcome).toMatchObject({ refused: { status: 401, body: { message } } });
    expect(challenge(outcome)).toBeUndefined();
  });
});

describe('a route that asks a function', () => {
  it('is reached as it says', async () => {
    const { outcome, ask } = admitted('http', { type: 'CUSTOM', authorizer: 'gate' }, { Authorization: 'x' });
    expect(await outcome).toEqual({ context: { authorizer: { lambda: {} } } });
    expect(ask).toHaveBeenCalledWith(
      'gate',
      expect.stringContaining('execute-api:eu-west-1:000000000000:local/'),
    );
  });

  it('of elsewhere is not reached here, as where API Gateway may not ask it', async () => {
    const callers = { type: 'CUSTOM', authorizer: 'elsewhere' } as const;
    const { outcome, ask } = admitted('http', callers, { Authorization: 'x' });
    expect(await outcome).toMatchObject({ refused: { status: 500 } });
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('a route for signed requests', () => {
  const credential = 'AKIALOCAL/20261126/eu-west-1/execute-api/aws4_request';
  const Authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=0a`;
  const userArn = 'arn:aws:iam::000000000000:user/AKIALOCAL';

  it('is reached by who signs, in a header or beforehand', async () => {
    const http = await admitted('http', { type: 'AWS_IAM' }, { Authorization }).outcome;
    expect(http).toMatchObject({ context: { authorizer: { iam: { accessKey: 'AKIALOCAL', userArn } } } });
    const query = { 'X-Amz-Credential': credential, 'X-Amz-Signature': '0a' };
    const rest = await admitted('rest', { type: 'AWS_IAM' }, {}, query).outcome;
    expect(rest).toMatchObject({ context: { identity: { accessKey: 'AKIALOCAL', userArn } } });
  });

  it.each([
    ['http', 'Forbidden'],
    ['rest', 'Missing Authentication Token'],
  ] as const)('of the %s API is not reached without a signature', async (api, message) => {
    for (const headers of [
      {},
      { Authorization: 'Bearer x' },
      { Authorization: 'AWS4-HMAC-SHA256 Credential=a' },
    ]) {
      const outcome = await admitted(api, { type: 'AWS_IAM' }, headers as Record<string, string>).outcome;
      expect(outcome).toMatchObject({ refused: { status: 403, body: { message } } });
    }
  });
});

describe('a route that asks for an API key', () => {
  it.each([
    ['secret', 'partner-a'],
    ['partner-b', 'partner-b'],
  ])('takes %s, which is that of %s', async (key, name) => {
    const outcome = await admitted('rest', { apiKey: true }, { 'X-Api-Key': key }).outcome;
    expect(outcome).toEqual({ context: { identity: { apiKey: key, apiKeyId: name } } });
  });

  it.each([{}, { 'x-api-key': 'partner-a' }, { 'x-api-key': '' }])('takes nothing of %j', async (headers) => {
    const outcome = await admitted('rest', { apiKey: true }, headers as Record<string, string>).outcome;
    expect(outcome).toMatchObject({ refused: { status: 403, body: { message: 'Forbidden' } } });
  });

  it('tells of the signer and of the key', async () => {
    const Authorization =
      'AWS4-HMAC-SHA256 Credential=AKIA/20261126/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=0a';
    const callers = { type: 'AWS_IAM', apiKey: true } as const;
    const outcome = await admitted('rest', callers, { Authorization, 'x-api-key': 'secret' }).outcome;
    expect(outcome).toMatchObject({ context: { identity: { accessKey: 'AKIA', apiKeyId: 'partner-a' } } });
  });
});
