import { App, allow, deny, iamAuthorizer, jwtAuthorizer } from '@tankard/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testIssuer } from '../gateway/callers/testing/issuer.ts';
import { type LocalTestApp, startLocal } from './start-local.ts';

const issuer = 'https://login.example.com';
const app = new App('guarded');
const users = jwtAuthorizer({ issuer, audience: ['shop'] });
const handlers = {
  gate: app.authorizer({ ttl: 60 }, ({ token }) =>
    token === 'ann' ? allow({ routes: ['GET /own'], principalId: token, context: { level: 3 } }) : deny(),
  ),
  token: app.route('GET /token', { authorizer: users, scopes: ['read'] }, (req) => req.auth.claims.sub),
  signed: app.route('GET /signed', { authorizer: iamAuthorizer() }, (req) => req.auth.accessKey),
  open: app.route('GET /open', (req) => req.auth ?? 'anybody'),
};
app.route('GET /own', { name: 'own', authorizer: handlers.gate }, (req) => req.auth);
app.route('GET /other', { name: 'other', authorizer: handlers.gate }, () => 'hidden');

let local: LocalTestApp;
let bearer: string;
beforeAll(async () => {
  const { keySet, sign } = await testIssuer();
  local = await startLocal({ app, ...handlers }, { jwks: { [issuer]: keySet } });
  const exp = Math.floor(local.clock.now().getTime() / 1000) + 600;
  bearer = await sign({ iss: issuer, aud: 'shop', sub: 'ann', scope: 'read', exp });
});
afterAll(() => local.close());

async function get(path: string, authorization?: string) {
  const answer = await fetch(`${local.url}${path}`, { headers: authorization ? { authorization } : {} });
  return [answer.status, await answer.text()];
}
const asked = () => local.invocations().filter(({ cause }) => cause.by === 'authorizer').length;

test('a function of the app decides, and is asked again when its answer is forgotten', async () => {
  const found = { kind: 'function', principalId: 'ann', context: { level: '3' } };
  await local.clock.tick(60_000);
  const before = asked();
  const [status, text] = await get('/own', 'ann');
  expect([status, JSON.parse(String(text))]).toEqual([200, found]);
  await get('/own', 'ann');
  expect(asked()).toBe(before + 1);
  await local.clock.tick(60_000);
  await get('/own', 'ann');
  expect(asked()).toBe(before + 2);
});

test('who may not call a route is told so, and nothing runs', async () => {
  expect(await get('/other', 'ann')).toEqual([403, '{"message":"Forbidden"}']);
  expect(await get('/own', 'bob')).toEqual([403, '{"message":"Forbidden"}']);
  expect(await get('/own')).toEqual([401, '{"message":"Unauthorized"}']);
});

test('a token lets in for as long as it holds', async () => {
  expect(await get('/token', `Bearer ${bearer}`)).toEqual([200, 'ann']);
  await local.clock.tick(700_000);
  expect((await get('/token', `Bearer ${bearer}`))[0]).toBe(401);
  expect((await get('/token'))[0]).toBe(401);
});

test('a signed request is let in, and an open route is open', async () => {
  const signature =
    'AWS4-HMAC-SHA256 Credential=AKIA/20261126/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0a';
  expect(await get('/signed', signature)).toEqual([200, 'AKIA']);
  expect(await get('/signed')).toEqual([403, '{"message":"Forbidden"}']);
  expect(await get('/open', 'ann')).toEqual([200, 'anybody']);
});
