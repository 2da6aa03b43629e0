import {
  type Authorizer,
  cognitoAuthorizer,
  iamAuthorizer,
  jwtAuthorizer,
  lambdaAuthorizer,
} from '@tankard/framework';
import { expect, test } from 'vitest';
import type { SecurityScheme } from './document.ts';
import { documentOf, operationAt } from './testing/document-of.ts';

const issuer = 'https://login.example.com';
const pool = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc';

test.each<[string, Authorizer<object>, Readonly<Record<string, SecurityScheme>>]>([
  [
    'tokens of an issuer',
    jwtAuthorizer({ issuer, audience: ['shop'] }),
    { jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: `A token of ${issuer}.` } },
  ],
  [
    'tokens that stand elsewhere',
    jwtAuthorizer({ name: 'asked', issuer, audience: ['shop'], identity: 'query.token' }),
    { asked: { type: 'apiKey', in: 'query', name: 'token', description: `A token of ${issuer}.` } },
  ],
  [
    'tokens of a user pool',
    cognitoAuthorizer({ userPools: [pool], clients: ['web'] }),
    {
      cognito: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: `A token of the user pool ${pool}.`,
      },
    },
  ],
  [
    'signatures',
    iamAuthorizer(),
    {
      iam: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'Signature version 4 of AWS.',
      },
    },
  ],
])('%s are a scheme', async (_, authorizer, schemes) => {
  const document = await documentOf((app) => {
    app.route('GET /own', { name: 'own', authorizer }, () => 1);
    app.route('GET /open', { name: 'open' }, () => 1);
  });
  expect(document.components?.securitySchemes).toEqual(schemes);
  const [name = ''] = Object.keys(schemes);
  const own = operationAt(document, 'get', '/own');
  expect(own.security).toEqual([{ [name]: [] }]);
  expect(own.responses).toMatchObject({ 401: {}, 403: {} });
  const open = operationAt(document, 'get', '/open');
  expect(open).not.toHaveProperty('security');
  expect(open.responses).not.toHaveProperty('401');
});

test('each place where a function looks has to be given, and a key beside it', async () => {
  const document = await documentOf(
    (app) => {
      const gate = lambdaAuthorizer({
        name: 'gate',
        function: 'arn:aws:lambda:eu-west-1:123456789012:function:gate',
        identity: ['header.X-Tenant', 'query.key', 'route'],
      });
      app.route('GET /own', { name: 'own', authorizer: gate, apiKey: true }, () => 1);
    },
    { api: 'rest' },
  );
  expect(document.components?.securitySchemes).toMatchObject({
    gate: { type: 'apiKey', in: 'header', name: 'X-Tenant' },
    'gate.query.key': { type: 'apiKey', in: 'query', name: 'key' },
    apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
  });
  expect(operationAt(document, 'get', '/own').security).toEqual([
    { gate: [], 'gate.query.key': [], apiKey: [] },
  ]);
});

test('a token needs one of the scopes, so that each is a way in', async () => {
  const authorizer = jwtAuthorizer({ issuer, audience: ['shop'] });
  const document = await documentOf((app) =>
    app.route('GET /own', { name: 'own', authorizer, scopes: ['read', 'write'] }, () => 1),
  );
  expect(operationAt(document, 'get', '/own').security).toEqual([{ jwt: ['read'] }, { jwt: ['write'] }]);
});
