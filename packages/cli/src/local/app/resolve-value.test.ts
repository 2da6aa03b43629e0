import { expect, test } from 'vitest';
import { makeNode } from '../../graph/make-node.ts';
import type { AnyNode, Graph } from '../../graph/node.ts';
import { join, parameter, pseudo, ref } from '../../resources/value.ts';
import { resolveValue } from './resolve-value.ts';

const places = {
  region: 'eu-west-1',
  account: '000000000000',
  apiUrl: 'http://localhost:3000',
  endpoint: 'http://127.0.0.1:4566',
};
const table = {
  physicalName: 'app-local-T',
  partitionKey: { name: 'id', type: 'string' },
  indexes: [],
  stream: false,
} as const;
const nodes: readonly AnyNode[] = [
  makeNode('table', 'T', table),
  makeNode('bucket', 'B', { physicalName: join('app-local-b-', pseudo('accountId')), notifications: [] }),
  makeNode('queue', 'Q', { physicalName: 'app-local-Q', fifo: false, visibility: 30 }),
  makeNode('topic', 'P', { physicalName: 'app-local-P', fifo: false }),
  makeNode('http-api', 'api', { physicalName: 'app-local', stage: '$default' }),
];
const graph: Graph = {
  app: 'app',
  stage: 'local',
  nodes: new Map(nodes.map((node) => [node.id, node])),
  parameters: [{ name: 'Given', value: 'x@example.com' }, { name: 'Open' }],
  tags: {},
  outputs: [],
};

test.each([
  ['a text', 'plain', 'plain'],
  ['the account', pseudo('accountId'), '000000000000'],
  ['the partition', pseudo('partition'), 'aws'],
  ['a parameter', parameter('Given'), 'x@example.com'],
  ['a join', join('a-', pseudo('region')), 'a-eu-west-1'],
  ['a table by name', ref('table:T', 'name'), 'app-local-T'],
  ['a table by ARN', ref('table:T', 'arn'), 'arn:aws:dynamodb:eu-west-1:000000000000:table/app-local-T'],
  ['a bucket by name', ref('bucket:B', 'name'), 'app-local-b-000000000000'],
  ['a bucket by ARN', ref('bucket:B', 'arn'), 'arn:aws:s3:::app-local-b-000000000000'],
  ['a queue by URL', ref('queue:Q', 'url'), 'http://127.0.0.1:4566/000000000000/app-local-Q'],
  [
    'an existing queue by URL',
    join('https://sqs.', pseudo('region'), '.', pseudo('urlSuffix'), '/', pseudo('accountId'), '/jobs'),
    'http://127.0.0.1:4566/000000000000/jobs',
  ],
  ['a queue by ARN', ref('queue:Q', 'arn'), 'arn:aws:sqs:eu-west-1:000000000000:app-local-Q'],
  ['a topic by ARN', ref('topic:P', 'arn'), 'arn:aws:sns:eu-west-1:000000000000:app-local-P'],
  ["the API's base URL", ref('http-api:api', 'url'), 'http://localhost:3000'],
  ['a list of values', [pseudo('region'), 1, true], ['eu-west-1', 1, true]],
  ['null', [null], [null]],
  ['a record of values', { a: pseudo('region') }, { a: 'eu-west-1' }],
])('%s is known here', (_, value, known) => {
  expect(resolveValue(value, graph, places)).toEqual(known);
});

test('a parameter without a value is named', () => {
  expect(() => resolveValue(parameter('Open'), graph, places)).toThrow("'Open' has no value");
});
