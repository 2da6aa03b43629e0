import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { configOf, handler, inputOf, manifestOf } from '../graph/testing/given.ts';
import { domainProblems } from './domain-problems.ts';

const certificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b';
const graphWith = (endpoint: 'regional' | 'edge') => {
  const handlers = [handler('list', { source: 'route', method: 'GET', path: '/' })];
  const config = configOf({ api: 'rest', domain: { name: 'api.example.com', certificate, endpoint } });
  return buildGraph(inputOf(manifestOf({ handlers }), config));
};

test('a regional name takes a certificate of the region that the app goes to', () => {
  expect(domainProblems(graphWith('regional'), 'eu-west-1')).toEqual([]);
  expect(domainProblems(graphWith('regional'), 'us-east-1')).toMatchObject([
    { code: 'DOMAIN_CERTIFICATE_REGION', subject: 'domain:api.example.com' },
  ]);
});

test('where a name at the edge has its certificate from is no matter of the region', () => {
  expect(domainProblems(graphWith('edge'), 'us-east-1')).toEqual([]);
});
