import { expect, test } from 'vitest';
import { makeNode } from '../../graph/make-node.ts';
import type { AnyNode, Graph } from '../../graph/node.ts';
import { ref } from '../../resources/value.ts';
import { gatewayRoutes } from './gateway-routes.ts';

const graphOf = (...nodes: readonly AnyNode[]): Graph => ({
  app: 'app',
  stage: 'local',
  nodes: new Map(nodes.map((node) => [node.id, node])),
  parameters: [],
  tags: {},
  outputs: [],
});
const route = (key: string, name: string) =>
  makeNode('http-route', key, {
    api: ref('http-api:api', 'id'),
    key,
    integration: ref(`http-integration:${name}`, 'id'),
    function: `function:${name}`,
  });

test('the routes of an HTTP API, and who takes everything else', () => {
  expect(gatewayRoutes(graphOf(route('GET /a/{id}', 'a'), route('$default', 'api')))).toEqual({
    api: 'http',
    stage: '$default',
    routes: [{ method: 'GET', path: '/a/{id}', function: 'a' }],
    fallback: 'api',
    cors: { every: undefined },
  });
});

test('the routes of a REST API', () => {
  const routes = [{ method: 'ANY', path: '/{proxy+}', function: ref('function:api', 'arn') }];
  const node = makeNode('rest-deployment', 'api', { api: ref('rest-api:api', 'id'), stage: 'local', routes });
  expect(gatewayRoutes(graphOf(node))).toEqual({
    api: 'rest',
    stage: 'local',
    routes: [{ method: 'ANY', path: '/{proxy+}', function: 'api' }],
    cors: { preflights: expect.anything(), errors: undefined },
    compression: undefined,
    apiKeys: [],
    streaming: new Set(),
  });
});

test('a function URL leaves everything to its function', () => {
  const node = makeNode('function-url', 'api', { function: ref('function:api', 'arn'), auth: 'NONE' });
  expect(gatewayRoutes(graphOf(node))).toEqual({
    api: 'function-url',
    stage: '$default',
    routes: [],
    fallback: 'api',
    cors: { every: undefined },
    streaming: new Set(),
  });
});

test('a function that streams is known by its name, behind a REST API as behind a function URL', () => {
  const stream = { method: 'GET', path: '/words', function: ref('function:words', 'arn'), stream: true };
  const plain = { method: 'GET', path: '/', function: ref('function:api', 'arn') };
  const model = { api: ref('rest-api:api', 'id'), stage: 'local', routes: [stream, plain] };
  expect(gatewayRoutes(graphOf(makeNode('rest-deployment', 'api', model))).streaming).toEqual(
    new Set(['words']),
  );
  const url = { function: ref('function:api', 'arn'), auth: 'NONE', stream: true } as const;
  expect(gatewayRoutes(graphOf(makeNode('function-url', 'api', url))).streaming).toEqual(new Set(['api']));
});

test('what a route asks of its callers comes with it, and the keys that there are', () => {
  const authorization = { type: 'CUSTOM', authorizer: ref('http-authorizer:gate', 'id') } as const;
  const asking = route('GET /own', 'a');
  const node = { ...asking, model: { ...asking.model, authorization } };
  expect(gatewayRoutes(graphOf(node)).routes[0]?.callers).toEqual({ type: 'CUSTOM', authorizer: 'gate' });
  const routes = [{ method: 'GET', path: '/', function: ref('function:api', 'arn'), apiKey: true }];
  const rest = makeNode('rest-deployment', 'api', { api: ref('rest-api:api', 'id'), stage: 'local', routes });
  expect(
    gatewayRoutes(graphOf(rest, makeNode('api-key', 'a', { physicalName: 'app-local-a' }))),
  ).toMatchObject({
    routes: [{ callers: { apiKey: true } }],
    apiKeys: ['a'],
  });
});

test('an app without routes has none', () => {
  expect(gatewayRoutes(graphOf())).toMatchObject({ routes: [], fallback: undefined });
});

test('what the gateway itself answers', () => {
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const routes = [{ method: 'GET', path: '/a', function: ref('function:api', 'arn') }];
  const node = makeNode('rest-deployment', 'api', {
    api: ref('rest-api:api', 'id'),
    stage: 'local',
    routes,
    preflights: [{ path: '/a', headers }],
    settings: { errorHeaders: headers, compression: 5 },
  });
  const { cors, compression } = gatewayRoutes(graphOf(node));
  expect(cors?.preflights?.match('OPTIONS', '/a')?.route.headers).toEqual(headers);
  expect([cors?.errors, compression]).toEqual([headers, 5]);
});
