import { expect, test } from 'vitest';
import {
  describeTable,
  invocationUri,
  isOurs,
  leftovers,
  observedTable,
  type RestResource,
  tableText,
  wantedTable,
} from './route-table.ts';

const scope = {
  app: 'shop',
  stage: 'dev',
  account: '123456789012',
  region: 'cn-north-1',
  partition: 'aws-cn',
  urlSuffix: 'amazonaws.com.cn',
};
const arn = 'arn:aws-cn:lambda:cn-north-1:123456789012:function:shop-dev-api';
const routes = [
  { method: 'GET', path: '/users/{id}', function: arn },
  { method: 'ANY', path: '/', function: arn },
];
const method = {
  authorizationType: 'NONE',
  methodIntegration: { type: 'AWS_PROXY', uri: invocationUri(arn, scope), timeoutInMillis: 29_000 },
};
const resources: readonly RestResource[] = [
  { id: 'root', path: '/', resourceMethods: { ANY: method } },
  { id: 'users', path: '/users' },
  { id: 'user', path: '/users/{id}', resourceMethods: { GET: method } },
];

test('a function is called at an address of its own partition and region', () => {
  expect(invocationUri(arn, scope)).toBe(
    `arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
  );
});

test('a function that streams is called at another address, for as long as it may run', () => {
  const uri = invocationUri(arn, scope, true);
  expect(uri).toBe(
    `arn:aws-cn:apigateway:cn-north-1:lambda:path/2021-11-15/functions/${arn}/response-streaming-invocations`,
  );
  const streaming = [{ method: 'GET', path: '/chat', function: arn, stream: 300_000 }];
  const methodIntegration = { ...method.methodIntegration, uri, timeoutInMillis: 300_000 };
  const resourceMethods = {
    GET: { ...method, methodIntegration: { ...methodIntegration, responseTransferMode: 'STREAM' } },
  };
  const wanted = wantedTable({ routes: streaming });
  expect(observedTable([{ path: '/chat', resourceMethods }])).toEqual(wanted);
  expect(tableText(wanted)).toEqual({ 'GET /chat': `${arn}, timeout 300000, stream` });
  const observed = (responseTransferMode?: string) =>
    observedTable([
      {
        path: '/chat',
        resourceMethods: {
          GET: { ...method, methodIntegration: { ...methodIntegration, responseTransferMode } },
        },
      },
    ]);
  expect(observed()).toEqual(wanted);
  expect(tableText(observed('BUFFERED'))).toEqual({ 'GET /chat': `${uri}, timeout 300000` });
});

test('what AWS has reads like what is wanted when it is that', () => {
  expect(observedTable(resources)).toEqual(wantedTable({ routes }));
});

test('a method without an integration, as a killed deploy leaves it, differs', () => {
  const half = [{ path: '/', resourceMethods: { GET: { authorizationType: 'NONE' } } }];
  expect(observedTable(half)).toEqual({ 'GET /': { authorization: 'NONE' } });
});

test('a method that goes somewhere else shows where', () => {
  const uri = 'http://example.com';
  const other = [{ path: '/', resourceMethods: { GET: { methodIntegration: { type: 'HTTP', uri } } } }];
  expect(observedTable(other)['GET /']).toMatchObject({ type: 'HTTP', function: uri });
});

test('a plan shows where a method goes, and what of it somebody changed', () => {
  expect(tableText(wantedTable({ routes }))).toEqual({ 'GET /users/{id}': arn, 'ANY /': arn });
  const table = {
    'GET /': { authorization: 'AWS_IAM', type: 'HTTP', function: 'http://x', timeout: 29_000 },
  };
  expect(tableText(table)).toEqual({ 'GET /': 'http://x, authorization AWS_IAM, type HTTP' });
});

test('a deployment is described by its routes, in whatever order they stand', () => {
  const described = describeTable(wantedTable({ routes }));
  expect(describeTable(wantedTable({ routes: routes.toReversed() }))).toBe(described);
  expect(describeTable(wantedTable({ routes: routes.slice(1) }))).not.toBe(described);
  expect(isOurs(described)).toBe(true);
  expect([isOurs('release 7'), isOurs()]).toEqual([false, false]);
});

test('paths and methods that nothing wants are left over, the deepest first, and never the root', () => {
  const there = [
    ...resources,
    { id: 'old', path: '/old', resourceMethods: { GET: method } },
    { id: 'deep', path: '/old/{id}', resourceMethods: { GET: method } },
    { id: 'posts', path: '/users/{id}/posts' },
  ];
  const wanted = { routes: wantedTable({ routes: routes.slice(0, 1) }), paths: ['/users', '/users/{id}'] };
  expect(leftovers(there, wanted)).toEqual({
    methods: [{ resourceId: 'root', httpMethod: 'ANY' }],
    paths: ['posts', 'deep', 'old'],
  });
});

test('nothing is left over of what is wanted', () => {
  const wanted = { routes: wantedTable({ routes }), paths: ['/users', '/users/{id}'] };
  expect(leftovers(resources, wanted)).toEqual({ methods: [], paths: [] });
});
