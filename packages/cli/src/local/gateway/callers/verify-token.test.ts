import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type TestIssuer, testIssuer } from './testing/issuer.ts';
import { tokenVerifier } from './verify-token.ts';

const NOW = Date.UTC(2026, 10, 26) / 1000;
const iss = 'https://login.example.com';
const good = {
  iss,
  aud: 'shop',
  sub: 'ann',
  iat: NOW - 60,
  exp: NOW + 60,
  scope: 'orders.read orders.write',
};
const rules = { issuers: [iss], audience: ['shop'], scopes: [] };

let issuer: TestIssuer;
let verify: ReturnType<typeof tokenVerifier>;
beforeAll(async () => {
  issuer = await testIssuer();
  verify = tokenVerifier({ jwks: { [iss]: issuer.keySet }, apiKeys: {} }, () => NOW * 1000);
});

describe('a token', () => {
  it.each([
    ['for one of the audience', {}, {}],
    ['for several', { aud: ['pub', 'shop'] }, {}],
    ['for a client, where it has no audience', { aud: undefined, client_id: 'shop' }, {}],
    ['for anybody, where nobody is named', { aud: undefined }, { audience: undefined }],
    ['with one of the scopes', {}, { scopes: ['admin', 'orders.read'] }],
    ['with scopes in a list', { scope: undefined, scp: ['admin'] }, { scopes: ['admin'] }],
  ])('is taken: %s', async (_, claims, more) => {
    const token = await issuer.sign({ ...good, ...claims });
    expect(await verify(token, { ...rules, ...more })).toMatchObject({ claims: { sub: 'ann' } });
  });

  it.each([
    ['of another issuer', { iss: 'https://evil.example.com' }, 'invalid', 'valid issuer'],
    ['without an issuer', { iss: undefined }, 'invalid', 'valid issuer'],
    ['for another audience', { aud: 'pub' }, 'invalid', 'valid audience'],
    ['for another audience, whatever its client', { aud: 'pub', client_id: 'shop' }, 'invalid', 'audience'],
    ['whose time is over', { exp: NOW - 1 }, 'expired', 'expired'],
    ['without an end', { exp: undefined }, 'invalid', 'exp'],
    ['before its time', { nbf: NOW + 30 }, 'invalid', 'nbf'],
    ['before it was issued', { iat: NOW + 30 }, 'invalid', 'before it was issued'],
  ])('is refused: %s', async (_, claims, kind, why) => {
    const token = await issuer.sign({ ...good, ...claims });
    expect(await verify(token, rules)).toMatchObject({ wrong: { kind, why: expect.stringContaining(why) } });
  });

  it('without one of the scopes is refused for these', async () => {
    const token = await issuer.sign(good);
    expect(await verify(token, { ...rules, scopes: ['admin'] })).toMatchObject({ wrong: { kind: 'scope' } });
  });

  it.each<[string, () => Promise<string>]>([
    ['signed by somebody else', async () => (await testIssuer()).sign(good)],
    ['of a key that the issuer does not have', () => issuer.sign(good, 'k2')],
    ['without a signature', async () => new UnsecuredJWT(good).encode()],
    [
      'signed with a secret',
      () => new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(new Uint8Array(32)),
    ],
    [
      'changed afterwards',
      async () => {
        const [header, , signature] = (await issuer.sign(good)).split('.');
        return [header, base64url.encode(JSON.stringify({ ...good, sub: 'bob' })), signature].join('.');
      },
    ],
    ['that is none', async () => 'let-me-in'],
    ['that is empty', async () => ''],
  ])('is refused: %s', async (_, token) => {
    expect(await verify(await token(), rules)).toMatchObject({ wrong: { kind: 'invalid' } });
  });
});

test('keys are fetched from the issuer, where it says that they are', async () => {
  const server = createServer(({ url }, response) => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(url === '/keys' ? issuer.keySet : { jwks_uri: address }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetching = tokenVerifier({ jwks: {}, apiKeys: {} }, () => NOW * 1000);
  const token = await issuer.sign({ ...good, iss: own });
  expect(await fetching(token, { ...rules, issuers: [own] })).toMatchObject({ claims: { sub: 'ann' } });
  server.close();
});

test('an issuer that does not answer is why a token is not taken', async () => {
  const gone = 'http://127.0.0.1:9';
  const token = await issuer.sign({ ...good, iss: gone });
  expect(await verify(token, { ...rules, issuers: [gone] })).toMatchObject({
    wrong: { kind: 'invalid', why: expect.stringContaining('no keys of the issuer') },
  });
});
