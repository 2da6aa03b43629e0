import { expect, test } from 'vitest';
import { propertiesOf, rendered } from './testing/rendered.ts';
import { ref } from './value.ts';

const identity = ['header.Authorization'];
const asked = { kind: 'function', uri: 'URI', ttl: 60, event: 'request', answer: 'policy' } as const;

test('an HTTP API asks a function with payload 2.0, and for a policy', () => {
  const api = ref('http-api:api', 'id');
  expect(propertiesOf('http-authorizer', { api, physicalName: 'gate', identity, asks: asked })).toEqual({
    ApiId: api,
    Name: 'gate',
    IdentitySource: ['$request.header.Authorization'],
    AuthorizerType: 'REQUEST',
    AuthorizerUri: 'URI',
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: false,
    AuthorizerResultTtlInSeconds: 60,
  });
});

test('an HTTP API knows an issuer and whom its tokens are for', () => {
  const asks = { kind: 'issuer', issuer: 'https://login.example.com', audience: ['shop'] } as const;
  const model = { api: ref('http-api:api', 'id'), physicalName: 'jwt-token', identity, asks };
  expect(propertiesOf('http-authorizer', model)).toMatchObject({
    AuthorizerType: 'JWT',
    JwtConfiguration: { Issuer: 'https://login.example.com', Audience: ['shop'] },
  });
});

test.each([
  ['request', 'REQUEST'],
  ['token', 'TOKEN'],
] as const)('a REST API sends a function the %s', (event, type) => {
  const api = ref('rest-api:api', 'id');
  const model = { api, physicalName: 'gate', identity, asks: { ...asked, event } };
  expect(propertiesOf('rest-authorizer', model)).toEqual({
    RestApiId: api,
    Name: 'gate',
    Type: type,
    IdentitySource: 'method.request.header.Authorization',
    AuthorizerUri: 'URI',
    AuthorizerResultTtlInSeconds: 60,
  });
});

test('a REST API knows user pools', () => {
  const asks = { kind: 'pools', pools: ['arn:pool'] } as const;
  const model = { api: ref('rest-api:api', 'id'), physicalName: 'pool-token', identity, asks };
  expect(propertiesOf('rest-authorizer', model)).toMatchObject({
    Type: 'COGNITO_USER_POOLS',
    ProviderARNs: ['arn:pool'],
  });
});

test('a route says who may call it', () => {
  const model = {
    ...{ api: ref('http-api:api', 'id'), key: 'GET /', integration: ref('http-integration:f', 'id') },
    function: 'function:f',
    authorization: { type: 'JWT', authorizer: ref('http-authorizer:jwt', 'id'), scopes: ['read'] },
  } as const;
  expect(propertiesOf('http-route', model)).toMatchObject({
    AuthorizationType: 'JWT',
    AuthorizerId: ref('http-authorizer:jwt', 'id'),
    AuthorizationScopes: ['read'],
  });
});

test('a method says who may call it, and the deployment is another one when its authorizer is', () => {
  const api = ref('rest-api:api', 'id');
  const authorization = { type: 'CUSTOM', authorizer: ref('rest-authorizer:gate', 'id') } as const;
  const routes = [
    { method: 'GET', path: '/', function: ref('function:f', 'arn'), authorization, apiKey: true },
  ];
  const of = (ttl: number) => {
    const authorizers = [{ api, physicalName: 'gate', identity, asks: { ...asked, ttl } }];
    return rendered('rest-deployment', { api, stage: 'dev', routes, authorizers });
  };
  expect(of(60).ThingRootGetMethod.Properties).toMatchObject({
    AuthorizationType: 'CUSTOM',
    AuthorizerId: ref('rest-authorizer:gate', 'id'),
    ApiKeyRequired: true,
  });
  expect(Object.keys(of(60))).not.toEqual(Object.keys(of(61)));
});

test('a usage plan holds its keys, and says no more than it limits', () => {
  const model = {
    physicalName: 'shop-dev',
    api: ref('rest-api:api', 'id'),
    stage: ref('rest-deployment:api', 'name'),
    quota: { limit: 1000, period: 'month' },
    keys: [ref('api-key:a', 'id')],
  } as const;
  const resources: { Type: string; Properties: object }[] = Object.values(rendered('usage-plan', model));
  expect(resources.map((one) => one.Type)).toEqual([
    'AWS::ApiGateway::UsagePlan',
    'AWS::ApiGateway::UsagePlanKey',
  ]);
  expect(resources[0]?.Properties).toEqual({
    UsagePlanName: 'shop-dev',
    ApiStages: [{ ApiId: model.api, Stage: model.stage }],
    Quota: { Limit: 1000, Period: 'MONTH' },
  });
  expect(resources[1]?.Properties).toMatchObject({ KeyId: model.keys[0], KeyType: 'API_KEY' });
  expect(propertiesOf('api-key', { physicalName: 'shop-dev-a' })).toEqual({
    Name: 'shop-dev-a',
    Enabled: true,
  });
});
