import type { AuthorizerDeclaration, Manifest, WebsocketTrigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { ref } from '../../resources/value.ts';
import { buildGraph } from '../build-graph.ts';
import { handler, inputOf, manifestOf } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const on = (name: string, route: string, more: Partial<WebsocketTrigger> = {}) =>
  handler(name, { source: 'websocket', route, reply: false, ...more });
const join = on('join', '$connect');
const send = on('send', 'send', { reply: true });
const graphFor = (parts: Partial<Manifest>) =>
  buildGraph(inputOf(manifestOf({ websocket: { selection: '$request.body.action' }, ...parts })));

const gate: AuthorizerDeclaration = {
  kind: 'function',
  name: 'gate',
  function: { handler: 'gate' },
  ttl: 60,
  identity: ['query.token'],
  event: 'request',
  answer: 'policy',
};

test('routes together are one function with one integration and one permission, and the stage waits for them', () => {
  const graph = graphFor({ handlers: [join, send] });
  const kinds = ['function', 'websocket-integration', 'permission', 'websocket-route'] as const;
  expect(idsOf(graph, ...kinds)).toEqual([
    'function:websocket',
    'websocket-integration:websocket',
    'permission:websocket',
    'websocket-route:$connect',
    'websocket-route:send',
  ]);
  expect(nodeOf(graph, 'websocket-api', 'websocket').model).toEqual({
    physicalName: 'shop-dev-websocket',
    selection: '$request.body.action',
    stage: 'dev',
  });
  expect(nodeOf(graph, 'websocket-route', 'send').model).toMatchObject({ key: 'send', reply: true });
  expect(nodeOf(graph, 'websocket-stage', 'websocket').dependsOn).toEqual([
    'websocket-route:$connect',
    'websocket-route:send',
  ]);
  expect(valueText(nodeOf(graph, 'permission', 'websocket').model.sourceArn)).toBe(
    'arn:{partition}:execute-api:{region}:{accountId}:{websocket-api:websocket id}/*/*',
  );
  expect(valueText(nodeOf(graph, 'websocket-integration', 'websocket').model.uri)).toMatch(
    /functions\/\{function:websocket arn\}\/invocations$/,
  );
});

test('routes apart are a function each, and a route may name its function', () => {
  const apart = graphFor({ handlers: [join, send], routes: 'separate' });
  expect(idsOf(apart, 'websocket-integration')).toEqual([
    'websocket-integration:join',
    'websocket-integration:send',
  ]);
  const graph = graphFor({ handlers: [join, on('send', 'send', { function: 'talk' })] });
  expect(nodeOf(graph, 'websocket-route', 'send').model.function).toBe('function:talk');
});

test('where clients connect is an output, and what a text of the app may hold', () => {
  const settings = { environment: { CHAT: '{{url:websocket}}' } };
  const graph = graphFor({ handlers: [join, handler('tell', { source: 'lambda' }, settings)] });
  const socketUrl = ref('websocket-api:websocket', 'socketUrl');
  expect(graph.outputs).toMatchObject([{ name: 'WebsocketUrl', value: socketUrl }]);
  expect(nodeOf(graph, 'function', 'tell').model.environment).toEqual({ CHAT: socketUrl });
});

test('who connects is asked by a function, which each API has a permission of its own for', () => {
  const handlers = [
    handler('gate', { source: 'authorizer' }),
    on('join', '$connect', { authorizer: 'gate' }),
    handler('list', { source: 'route', method: 'GET', path: '/', authorizer: 'gate' }),
  ];
  const graph = graphFor({ handlers, authorizers: [gate] });
  expect(nodeOf(graph, 'websocket-route', '$connect').model.authorization).toEqual({
    type: 'CUSTOM',
    authorizer: ref('websocket-authorizer:gate', 'id'),
  });
  expect(nodeOf(graph, 'websocket-authorizer', 'gate').dependsOn).toEqual(['permission:gate/connect']);
  expect(valueText(nodeOf(graph, 'permission', 'gate/connect').model.sourceArn)).toMatch(
    /\{websocket-api:websocket id\}\/authorizers\/\*$/,
  );
  expect(idsOf(graph, 'http-authorizer')).toEqual(['http-authorizer:gate']);
  const alone = graphFor({ handlers: handlers.slice(0, 2), authorizers: [gate] });
  expect(idsOf(alone, 'permission')).toEqual(['permission:websocket', 'permission:gate/connect']);
});

test('a signature takes no authorizer', () => {
  const handlers = [on('join', '$connect', { authorizer: 'iam' })];
  const graph = graphFor({ handlers, authorizers: [{ kind: 'iam', name: 'iam' }] });
  expect(nodeOf(graph, 'websocket-route', '$connect').model.authorization).toEqual({ type: 'AWS_IAM' });
  expect(idsOf(graph, 'websocket-authorizer')).toEqual([]);
});

test('an app without such routes has no such API', () => {
  const graph = buildGraph(inputOf(manifestOf({ handlers: [handler('f', { source: 'lambda' })] })));
  expect(idsOf(graph, 'websocket-api', 'websocket-stage')).toEqual([]);
});
