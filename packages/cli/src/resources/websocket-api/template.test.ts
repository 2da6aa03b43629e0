import { expect, test } from 'vitest';
import { templates } from '../templates.ts';
import { propertiesOf, rendered } from '../testing/rendered.ts';
import { join, ref } from '../value.ts';

const api = ref('websocket-api:websocket', 'id');
const integration = ref('websocket-integration:websocket', 'id');
const model = { physicalName: 'chat-dev-websocket', selection: '$request.body.action', stage: 'dev' };

test('a WebSocket API knows which route a message is for, and is known by the address of its stage', () => {
  expect(rendered('websocket-api', model)).toEqual({
    Thing: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: {
        Name: 'chat-dev-websocket',
        ProtocolType: 'WEBSOCKET',
        RouteSelectionExpression: '$request.body.action',
      },
    },
  });
  const { url, socketUrl } = templates['websocket-api'].attributes;
  const address = `\${Thing}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/dev`;
  expect([url?.('Thing', model), socketUrl?.('Thing', model)]).toEqual([
    `https://${address}`,
    `wss://${address}`,
  ]);
});

test('its one stage takes up every change by itself', () => {
  expect(propertiesOf('websocket-stage', { api, stage: 'dev' })).toEqual({
    ApiId: api,
    StageName: 'dev',
    AutoDeploy: true,
  });
});

test('an integration is told where its function is invoked, and no payload: there is but one', () => {
  const called = { api, function: ref('function:f', 'arn'), uri: 'URI', timeout: 29_000 };
  expect(propertiesOf('websocket-integration', called)).toEqual({
    ApiId: api,
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: 'URI',
    TimeoutInMillis: 29_000,
  });
});

const route = { api, key: 'send', integration, function: 'function:websocket', reply: false } as const;

test('a route keeps what its function returns', () => {
  expect(rendered('websocket-route', route)).toEqual({
    Thing: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: api,
        RouteKey: 'send',
        AuthorizationType: 'NONE',
        Target: join('integrations/', integration),
      },
    },
  });
});

test('a route that replies has a response', () => {
  const { Thing, ThingReply } = rendered('websocket-route', { ...route, reply: true });
  expect(Thing.Properties.RouteResponseSelectionExpression).toBe('$default');
  expect(ThingReply).toEqual({
    Type: 'AWS::ApiGatewayV2::RouteResponse',
    Properties: { ApiId: api, RouteId: { Ref: 'Thing' }, RouteResponseKey: '$default' },
  });
});

test('who connects is asked by an authorizer, which is told nothing of how long to remember', () => {
  const authorizer = ref('websocket-authorizer:gate', 'id');
  const connect = { ...route, key: '$connect', authorization: { type: 'CUSTOM', authorizer } } as const;
  expect(propertiesOf('websocket-route', connect)).toMatchObject({
    AuthorizationType: 'CUSTOM',
    AuthorizerId: authorizer,
  });
  const asks = { kind: 'function', uri: 'URI', ttl: 60, event: 'request', answer: 'policy' } as const;
  const identity = ['header.Authorization', 'query.token'];
  expect(propertiesOf('websocket-authorizer', { api, physicalName: 'gate', identity, asks })).toEqual({
    ApiId: api,
    Name: 'gate',
    AuthorizerType: 'REQUEST',
    IdentitySource: ['route.request.header.Authorization', 'route.request.querystring.token'],
    AuthorizerUri: 'URI',
  });
});
