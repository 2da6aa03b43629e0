import type { DomainConfig } from '@tankard/framework/config';
import { expect, test } from 'vitest';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { ref } from '../../resources/value.ts';
import { buildGraph } from '../build-graph.ts';
import { configOf, handler, inputOf, manifestOf, uses } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b';
const own: DomainConfig = { name: 'api.example.com', certificate };
const KINDS = ['domain', 'edge-domain', 'domain-mapping', 'edge-mapping', 'dns-record'] as const;

const graphWith = (domain: DomainConfig, api: ResolvedConfig['api'] = 'http') => {
  const handlers = [handler('list', { source: 'route', method: 'GET', path: '/' })];
  return buildGraph(inputOf(manifestOf({ handlers }), configOf({ api, domain })));
};

test('a name of a region is made, leads to the stage of the API, and is its URL', () => {
  const graph = graphWith(own);
  expect(idsOf(graph, ...KINDS)).toEqual(['domain:api.example.com', 'domain-mapping:api.example.com']);
  expect(nodeOf(graph, 'domain-mapping', 'api.example.com')).toMatchObject({
    model: {
      domainName: ref('domain:api.example.com', 'name'),
      api: ref('http-api:api', 'id'),
      ...{ stage: '$default', stageOf: 'http-api:api', path: '' },
    },
    dependsOn: ['http-api:api'],
  });
  expect(graph.outputs).toMatchObject([
    { name: 'Url', value: ref('domain-mapping:api.example.com', 'url') },
    { name: 'DomainTarget', value: ref('domain:api.example.com', 'target') },
  ]);
});

test('another path is another node, so that it is there before the old one goes', () => {
  expect(idsOf(graphWith({ ...own, basePath: 'v1/orders' }), 'domain-mapping')).toEqual([
    'domain-mapping:api.example.com/v1/orders',
  ]);
});

test('a name that is there already is only mapped', () => {
  const graph = graphWith({ name: 'api.example.com', basePath: 'orders' });
  expect(idsOf(graph, ...KINDS)).toEqual(['domain-mapping:api.example.com/orders']);
  expect(nodeOf(graph, 'domain-mapping', 'api.example.com/orders').model).toMatchObject({
    ...{ domainName: 'api.example.com', url: 'https://api.example.com/orders' },
  });
  expect(graph.outputs.map(({ name }) => name)).toEqual(['Url']);
});

test('a REST API is mapped once its stage is there, at the edge by calls of its own', () => {
  expect(nodeOf(graphWith(own, 'rest'), 'domain-mapping', 'api.example.com')).toMatchObject({
    model: { api: ref('rest-api:api', 'id'), stage: 'dev' },
    dependsOn: ['rest-deployment:api'],
  });
  expect(idsOf(graphWith({ ...own, endpoint: 'edge' }, 'rest'), ...KINDS)).toEqual([
    'edge-domain:api.example.com',
    'edge-mapping:api.example.com',
  ]);
});

test('with a hosted zone a record leads to where the name is served', () => {
  expect(nodeOf(graphWith({ ...own, hostedZone: 'Z1' }), 'dns-record', 'api.example.com').model).toEqual({
    domainName: 'api.example.com',
    hostedZone: 'Z1',
    target: ref('domain:api.example.com', 'target'),
    targetZone: ref('domain:api.example.com', 'zone'),
  });
});

test('functions know the name before anything is made', () => {
  const handlers = [handler('list', { source: 'route', method: 'GET', path: '/' })];
  const input = inputOf(manifestOf({ handlers }), configOf({ domain: { ...own, basePath: 'orders' } }));
  const usages = [{ function: 'api', calls: [], resources: [uses({ kind: 'url' }, 'value')], notSeen: [] }];
  expect(nodeOf(buildGraph({ ...input, usages }), 'function', 'api').model.environment).toMatchObject({
    TANKARD_URL: 'https://api.example.com/orders',
  });
});
