import type { DynamoDBTrigger, KinesisTrigger, ResourceDeclaration } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { ref } from '../../resources/value.ts';
import { graphOf, handler } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const settings = {
  batchSize: 100,
  startingPosition: 'TRIM_HORIZON',
  filters: [{ eventName: ['INSERT'] }],
  retries: 3,
  bisect: false,
  batch: false,
} as const;
const records: DynamoDBTrigger = {
  ...settings,
  source: 'dynamodb',
  table: { kind: 'table', name: 'Orders' },
  onFailure: 'own',
};
const clicks: KinesisTrigger = {
  ...settings,
  source: 'kinesis',
  stream: { kind: 'stream', name: 'Clicks' },
  onFailure: 'drop',
  concurrency: 4,
  maxAge: 3600,
};
const orders: ResourceDeclaration = {
  kind: 'table',
  name: 'Orders',
  partitionKey: { name: 'id', type: 'string' },
  indexes: [],
};

test('a record handler switches on the stream of its table, and no other', () => {
  const graph = graphOf([handler('onOrder', records)], [orders, { ...orders, name: 'Other' }]);
  expect(nodeOf(graph, 'table', 'Orders').model.stream).toBe(true);
  expect(nodeOf(graph, 'table', 'Other').model.stream).toBe(false);
  expect(nodeOf(graph, 'mapping', 'onOrder').model.sourceArn).toEqual(ref('table:Orders', 'streamArn'));
});

test('what fails for the last time goes to a queue of its own, kept for 14 days', () => {
  const graph = graphOf([handler('onOrder', records)], [orders]);
  expect(nodeOf(graph, 'mapping', 'onOrder').model).toMatchObject({
    retries: 3,
    startingPosition: 'TRIM_HORIZON',
    filters: [{ eventName: ['INSERT'] }],
    onFailure: ref('queue:onOrderFailures', 'arn'),
    reportBatchItemFailures: true,
  });
  expect(nodeOf(graph, 'queue', 'onOrderFailures').model).toMatchObject({
    physicalName: 'shop-dev-onOrderFailures',
    retention: 1_209_600,
  });
  expect(nodeOf(graph, 'role', 'onOrder').model.statements).toContainEqual(
    expect.objectContaining({
      actions: ['sqs:SendMessage'],
      resources: [ref('queue:onOrderFailures', 'arn')],
    }),
  );
});

test.each([
  ['drop', 'nothing', 3],
  ['block', 'nothing', -1],
  [{ kind: 'topic', name: 'News' }, '{topic:News arn}', 3],
] as const)('onFailure %j', (onFailure, destination, retries) => {
  const graph = graphOf(
    [handler('onOrder', { ...records, onFailure })],
    [orders, { kind: 'topic', name: 'News', fifo: false }],
  );
  const { model } = nodeOf(graph, 'mapping', 'onOrder');
  expect([valueText(model.onFailure), model.retries]).toEqual([destination, retries]);
  expect(idsOf(graph, 'queue')).toEqual([]);
});

test('a Kinesis mapping has its options', () => {
  const graph = graphOf([handler('onClick', clicks)], [{ kind: 'stream', name: 'Clicks', shards: 2 }]);
  expect(nodeOf(graph, 'mapping', 'onClick').model).toMatchObject({
    source: 'kinesis',
    sourceArn: ref('stream:Clicks', 'arn'),
    parallelization: 4,
    maxAge: 3600,
  });
  expect(nodeOf(graph, 'stream', 'Clicks').model).toEqual({ physicalName: 'shop-dev-Clicks', shards: 2 });
});

test("a template asks for the stream's ARN of a table that is there already", () => {
  const graph = graphOf([handler('onOrder', records)], [{ ...orders, existing: 'orders' }]);
  expect(valueText(nodeOf(graph, 'mapping', 'onOrder').model.sourceArn)).toBe(
    '{param ExistingOrdersStreamArn}',
  );
  expect(idsOf(graph, 'table')).toEqual([]);
  expect(graph.parameters).toEqual([
    {
      name: 'ExistingOrdersStreamArn',
      value: undefined,
      description: 'ARN of the stream of the existing table orders',
      existing: { kind: 'table', text: 'orders', attribute: 'streamArn' },
    },
  ]);
});
