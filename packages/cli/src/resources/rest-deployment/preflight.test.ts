import { expect, test } from 'vitest';
import { rendered } from '../testing/rendered.ts';
import { ref } from '../value.ts';
import { observedPreflights, PREFLIGHT, wantedPreflights } from './preflight.ts';
import { leftovers, observedTable } from './route-table.ts';

const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET,OPTIONS' };
const model = {
  api: ref('rest-api:api', 'id'),
  stage: 'dev',
  routes: [
    { method: 'GET', path: '/a', function: ref('function:api', 'arn') },
    { method: 'GET', path: '/', function: ref('function:api', 'arn') },
  ],
  preflights: [
    { path: '/a', headers },
    { path: '/', headers },
  ],
};
const responseParameters = {
  'method.response.header.Access-Control-Allow-Origin': "'*'",
  'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
};
const integration = {
  type: 'MOCK',
  contentHandling: PREFLIGHT.content,
  requestTemplates: { 'application/json': PREFLIGHT.template },
  integrationResponses: { '204': { responseParameters } },
};
const resource = (methodIntegration: typeof integration) => [
  { id: '1', path: '/a', resourceMethods: { OPTIONS: { authorizationType: 'NONE', methodIntegration } } },
];

test('a template answers without a function, also where every type counts as bytes', () => {
  const { ThingAResourceOptionsMethod: method, ThingRootOptionsMethod: root } = rendered(
    'rest-deployment',
    model,
  );
  expect(root.Properties.HttpMethod).toBe('OPTIONS');
  expect(method.Properties).toMatchObject({
    ResourceId: { Ref: 'ThingAResource' },
    HttpMethod: 'OPTIONS',
    AuthorizationType: 'NONE',
    MethodResponses: [
      {
        StatusCode: '204',
        ResponseParameters: Object.fromEntries(Object.keys(responseParameters).map((name) => [name, true])),
      },
    ],
    Integration: {
      Type: 'MOCK',
      ContentHandling: 'CONVERT_TO_TEXT',
      RequestTemplates: { 'application/json': '{"statusCode": 204}' },
      IntegrationResponses: [{ StatusCode: '204', ResponseParameters: responseParameters }],
    },
  });
});

test('the deployment is another one when the answers change, and when the API does', () => {
  const deployment = (more: object) =>
    Object.keys(rendered('rest-deployment', { ...model, ...more })).find((id) => id.includes('Deployment'));
  const ids = [{}, { preflights: [] }, { settings: { compression: 1 } }].map(deployment);
  expect(new Set(ids).size).toBe(3);
});

test('what AWS says is what is wanted, and anything else is not', () => {
  const wanted = wantedPreflights({ preflights: [{ path: '/a', headers }] });
  expect(observedPreflights(resource(integration))).toEqual(wanted);
  expect(
    observedPreflights(resource({ ...integration, contentHandling: 'CONVERT_TO_BINARY' as never })),
  ).toEqual({
    '/a': {},
  });
  expect(observedPreflights(resource({ ...integration, type: 'AWS_PROXY' }))).toEqual({});
});

test('such an answer is no route, and goes where nobody wants it', () => {
  const resources = resource(integration);
  expect(observedTable(resources)).toEqual({});
  expect(leftovers(resources, { routes: {}, paths: ['/a'] }).methods).toEqual([
    { resourceId: '1', httpMethod: 'OPTIONS' },
  ]);
  expect(leftovers(resources, { routes: { 'OPTIONS /a': {} }, paths: ['/a'] }).methods).toEqual([]);
});
