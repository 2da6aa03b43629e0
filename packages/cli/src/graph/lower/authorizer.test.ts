import type { AuthorizerDeclaration, RouteTrigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { ref } from '../../resources/value.ts';
import { buildGraph } from '../build-graph.ts';
import { configOf, handler, inputOf, manifestOf } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const gate: AuthorizerDeclaration = {
  kind: 'function',
  name: 'gate',
  function: { handler: 'gate' },
  ttl: 60,
  identity: ['header.Authorization'],
  event: 'request',
  answer: 'policy',
};
const pool: AuthorizerDeclaration = {
  kind: 'cognito',
  name: 'members',
  userPools: ['arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_abc'],
  clients: ['client'],
  identity: 'header.Authorization',
};
const route = (path: string, more: Partial<RouteTrigger>) =>
  handler(`get${path.slice(1)}`, { source: 'route', method: 'GET', path, ...more });

function graphWith(api: ResolvedConfig['api'], config: Partial<ResolvedConfig> = {}) {
  const handlers = [
    handler('gate', { source: 'authorizer' }),
    route('/own', { authorizer: 'gate' }),
    route('/token', { authorizer: 'members', scopes: ['b', 'a'] }),
    route('/signed', { authorizer: 'iam', apiKey: api === 'rest' || undefined }),
    route('/open', {}),
  ];
  const authorizers: AuthorizerDeclaration[] = [gate, pool, { kind: 'iam', name: 'iam' }];
  return buildGraph(inputOf(manifestOf({ handlers, authorizers }), configOf({ api, ...config })));
}

test('an HTTP API asks functions, and takes user pools for issuers', () => {
  const graph = graphWith('http');
  const own = nodeOf(graph, 'http-authorizer', 'gate');
  expect(own.dependsOn).toEqual(['permission:gate']);
  expect(own.model).toMatchObject({
    physicalName: 'gate',
    asks: { kind: 'function', own: 'function:gate', ttl: 60, answer: 'policy' },
  });
  expect(own.model.asks.kind === 'function' && valueText(own.model.asks.uri)).toBe(
    'arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{function:gate arn}/invocations',
  );
  const { asks, ...members } = nodeOf(graph, 'http-authorizer', 'members').model;
  expect(members).toMatchObject({ physicalName: 'members-token', identity: ['header.Authorization'] });
  expect(asks).toMatchObject({ kind: 'issuer', audience: ['client'] });
  expect(asks.kind === 'issuer' && valueText(asks.issuer)).toBe(
    'https://cognito-idp.eu-west-1.{urlSuffix}/eu-west-1_abc',
  );
});

test('only API Gateway may ask a function of the app, and only as an authorizer', () => {
  const { model } = nodeOf(graphWith('http'), 'permission', 'gate');
  expect(valueText(model.sourceArn)).toMatch(/\{http-api:api id\}\/authorizers\/\*$/);
});

test.each([
  ['http', 'http-authorizer', 'JWT'],
  ['rest', 'rest-authorizer', 'COGNITO_USER_POOLS'],
] as const)('a route of the %s API says whom it asks', (api, kind, type) => {
  const graph = graphWith(api);
  const of = (path: string) =>
    api === 'http'
      ? nodeOf(graph, 'http-route', `GET ${path}`).model.authorization
      : nodeOf(graph, 'rest-deployment', 'api').model.routes.find((one) => one.path === path)?.authorization;
  expect(of('/own')).toEqual({ type: 'CUSTOM', authorizer: ref(`${kind}:gate`, 'id') });
  expect(of('/token')).toEqual({ type, authorizer: ref(`${kind}:members`, 'id'), scopes: ['b', 'a'] });
  expect(of('/signed')).toEqual({ type: 'AWS_IAM' });
  expect(of('/open')).toBeUndefined();
});

test('a REST API asks user pools themselves, and is deployed anew when an authorizer changes', () => {
  const graph = graphWith('rest');
  expect(nodeOf(graph, 'rest-authorizer', 'members').model.asks).toEqual({
    kind: 'pools',
    pools: ['arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_abc'],
  });
  const { authorizers, routes } = nodeOf(graph, 'rest-deployment', 'api').model;
  expect(authorizers?.map(({ physicalName }) => physicalName)).toEqual(['gate', 'members-token']);
  expect(routes.filter(({ apiKey }) => apiKey).map(({ path }) => path)).toEqual(['/signed']);
});

test('a usage plan has the keys that the configuration names, and waits for the stage', () => {
  const usagePlan = { keys: ['a', 'b'], throttle: { rate: 10, burst: 20 } };
  const graph = graphWith('rest', { usagePlan });
  expect(idsOf(graph, 'api-key', 'usage-plan')).toEqual(['api-key:a', 'api-key:b', 'usage-plan:api']);
  expect(nodeOf(graph, 'api-key', 'a').model).toEqual({ physicalName: 'shop-dev-a' });
  expect(nodeOf(graph, 'usage-plan', 'api').model).toEqual({
    physicalName: 'shop-dev',
    api: ref('rest-api:api', 'id'),
    stage: ref('rest-deployment:api', 'name'),
    throttle: { rate: 10, burst: 20 },
    quota: undefined,
    keys: [ref('api-key:a', 'id'), ref('api-key:b', 'id')],
  });
});

test('a function of elsewhere needs no permission of ours', () => {
  const arn = 'arn:aws:lambda:eu-west-1:1:function:it';
  const authorizers: AuthorizerDeclaration[] = [{ ...gate, function: { arn } } as AuthorizerDeclaration];
  const graph = buildGraph(
    inputOf(manifestOf({ handlers: [route('/a', { authorizer: 'gate' })], authorizers })),
  );
  expect(idsOf(graph, 'permission')).toEqual(['permission:api']);
  expect(nodeOf(graph, 'http-authorizer', 'gate').model.asks).toMatchObject({ own: undefined });
});

test('a function URL that asks for signatures lets in nobody else', () => {
  const handlers = [route('/a', { authorizer: 'iam' })];
  const manifest = manifestOf({ handlers, authorizers: [{ kind: 'iam', name: 'iam' }] });
  const graph = buildGraph(inputOf(manifest, configOf({ api: 'function-url' })));
  expect(nodeOf(graph, 'function-url', 'api').model.auth).toBe('AWS_IAM');
  expect(idsOf(graph, 'permission')).toEqual([]);
});
