import { expect, test } from 'vitest';
import { rendered } from '../testing/rendered.ts';
import { join, ref } from '../value.ts';

const api = ref('http-api:api', 'id');

test('an HTTP API has one stage, to which every change goes by itself', () => {
  expect(rendered('http-api', { physicalName: 'shop-dev', stage: '$default' })).toEqual({
    Thing: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'shop-dev', ProtocolType: 'HTTP' } },
    ThingStage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: 'Thing' }, StageName: '$default', AutoDeploy: true },
    },
  });
});

test('an HTTP API answers pages of other origins where it is told which', () => {
  const cors = { origins: ['*'], methods: ['GET'], headers: ['X'], exposeHeaders: [], credentials: false };
  const { CorsConfiguration } = rendered('http-api', { physicalName: 'a', stage: '$default', cors }).Thing
    .Properties;
  expect(CorsConfiguration).toEqual({ AllowOrigins: ['*'], AllowMethods: ['GET'], AllowHeaders: ['X'] });
});

test('an integration calls its function with payload 2.0', () => {
  const model = { api, function: ref('function:f', 'arn'), timeout: 30_000 };
  expect(rendered('http-integration', model).Thing.Properties).toEqual({
    ApiId: api,
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: ref('function:f', 'arn'),
    PayloadFormatVersion: '2.0',
    TimeoutInMillis: 30_000,
  });
});

test('a route is open to all and names its integration', () => {
  const integration = ref('http-integration:f', 'id');
  const model = { api, key: 'GET /users', integration, function: 'function:f' } as const;
  expect(rendered('http-route', model).Thing.Properties).toEqual({
    ApiId: api,
    RouteKey: 'GET /users',
    AuthorizationType: 'NONE',
    Target: join('integrations/', integration),
  });
});
