import type { ApiTarget } from '@tankard/framework/config';
import type { HandlerDeclaration, Manifest, RouteTrigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { ref } from '../../resources/value.ts';
import { buildGraph } from '../build-graph.ts';
import { configOf, handler, inputOf, manifestOf } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const route = (name: string, text: string, of?: string): HandlerDeclaration<RouteTrigger> => {
  const [method, path = ''] = text.split(' ');
  return handler(name, { source: 'route', method: method as RouteTrigger['method'], path, function: of });
};
const list = route('list', 'GET /users');
const show = route('show', 'GET /users/{id}');
const files = route('files', 'ANY /files/{path+}', 'storage');
const graphFor = (parts: Partial<Manifest>, api: ApiTarget = 'http') =>
  buildGraph(inputOf(manifestOf(parts), configOf({ api })));
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => route(`r${index}`, `GET /r${index}`));

test('routes together are one function with one integration and one permission', () => {
  const graph = graphFor({ handlers: [list, show] });
  expect(idsOf(graph, 'function', 'http-api', 'http-integration', 'http-route', 'permission')).toEqual([
    'function:api',
    'http-api:api',
    'http-integration:api',
    'permission:api',
    'http-route:GET /users',
    'http-route:GET /users/{id}',
  ]);
  expect(nodeOf(graph, 'http-route', 'GET /users/{id}').model).toEqual({
    api: ref('http-api:api', 'id'),
    key: 'GET /users/{id}',
    integration: ref('http-integration:api', 'id'),
    function: 'function:api',
  });
  expect(valueText(nodeOf(graph, 'permission', 'api').model.sourceArn)).toBe(
    'arn:{partition}:execute-api:{region}:{accountId}:{http-api:api id}/*/*',
  );
});

test('routes apart are a function each, and a route may name its function', () => {
  expect(idsOf(graphFor({ handlers: [list, show], routes: 'separate' }), 'function')).toEqual([
    'function:list',
    'function:show',
  ]);
  const graph = graphFor({ handlers: [list, files] });
  expect(nodeOf(graph, 'http-route', 'ANY /files/{path+}').model.function).toBe('function:storage');
});

test("without routes there is no API, and with some the API's URL is an output", () => {
  expect(graphFor({ handlers: [handler('f', { source: 'lambda' })] }).outputs).toEqual([]);
  expect(graphFor({ handlers: [list] }).outputs).toMatchObject([
    { name: 'Url', value: ref('http-api:api', 'url') },
  ]);
});

test('an app that answers unknown paths itself has one $default route', () => {
  const graph = graphFor({ handlers: [list, show], notFound: 'app' });
  expect(idsOf(graph, 'http-route')).toEqual(['http-route:$default']);
  expect(nodeOf(graph, 'http-route', '$default').model.function).toBe('function:api');
});

test('with several functions each route stays, and the rest goes to that of the routes', () => {
  const graph = graphFor({ handlers: [files, list], notFound: 'app' });
  expect(idsOf(graph, 'http-route')).toEqual([
    'http-route:ANY /files/{path+}',
    'http-route:GET /users',
    'http-route:$default',
  ]);
  expect(nodeOf(graph, 'http-route', '$default').model.function).toBe('function:api');
});

test('300 routes are 300 routes of the API, one more makes it one for all', () => {
  expect(idsOf(graphFor({ handlers: many(300) }), 'http-route')).toHaveLength(300);
  expect(idsOf(graphFor({ handlers: many(301) }), 'http-route')).toEqual(['http-route:$default']);
});

test('a REST API has its routes in one deployment, apart from the API itself', () => {
  const graph = graphFor({ handlers: [list, files] }, 'rest');
  expect(idsOf(graph, 'rest-api', 'rest-deployment', 'http-api', 'http-route')).toEqual([
    'rest-api:api',
    'rest-deployment:api',
  ]);
  expect(nodeOf(graph, 'rest-deployment', 'api').model).toEqual({
    api: ref('rest-api:api', 'id'),
    stage: 'dev',
    routes: [
      { method: 'GET', path: '/users', function: ref('function:api', 'arn') },
      { method: 'ANY', path: '/files/{path+}', function: ref('function:storage', 'arn') },
    ],
    settings: {},
  });
  expect(graph.outputs).toMatchObject([{ name: 'Url', value: ref('rest-api:api', 'url') }]);
});

test('a REST API takes everything by its root and a greedy path', () => {
  const graph = graphFor({ handlers: [list], notFound: 'app' }, 'rest');
  expect(
    nodeOf(graph, 'rest-deployment', 'api').model.routes.map(({ method, path }) => [method, path]),
  ).toEqual([
    ['ANY', '/'],
    ['ANY', '/{proxy+}'],
  ]);
});

test('a function URL takes everything for its function, once everybody may call it', () => {
  const graph = graphFor({ handlers: [list, show] }, 'function-url');
  expect(idsOf(graph, 'function-url', 'permission', 'http-api', 'rest-api')).toEqual([
    'permission:api/call',
    'permission:api/invoke',
    'function-url:api',
  ]);
  expect(nodeOf(graph, 'function-url', 'api')).toMatchObject({
    model: { function: ref('function:api', 'arn'), auth: 'NONE' },
    dependsOn: ['permission:api/call', 'permission:api/invoke'],
  });
  expect(graph.outputs).toMatchObject([{ name: 'Url', value: ref('function-url:api', 'url') }]);
});

const chat = handler('chat', { source: 'route', method: 'GET', path: '/chat', stream: true } as const, {
  timeout: 300,
});

test('a REST API is told of each route of a function that streams, and of no other', () => {
  const graph = graphFor({ handlers: [chat, list, files] }, 'rest');
  expect(
    nodeOf(graph, 'rest-deployment', 'api').model.routes.map(({ path, stream }) => [path, stream]),
  ).toEqual([
    ['/chat', 300_000],
    ['/users', 300_000],
    ['/files/{path+}', undefined],
  ]);
});

test('a function URL is told where its function streams, and an HTTP API is not', () => {
  const graph = graphFor({ handlers: [chat, list] }, 'function-url');
  expect(nodeOf(graph, 'function-url', 'api').model.stream).toBe(true);
  expect(JSON.stringify(graphFor({ handlers: [chat] }).nodes)).not.toContain('stream');
});
