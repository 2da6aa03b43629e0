import { expect, test } from 'vitest';
import { attributeDefinitions, keySchema } from './keys.ts';
import type { TableModel } from './model.ts';
import { type DescribedTable, observedTable, wantedTable } from './properties.ts';

const byDay = {
  name: 'byDay',
  partitionKey: { name: 'day', type: 'number' },
  sortKey: { name: 'hash', type: 'binary' },
} as const;
const model: TableModel = {
  physicalName: 'orders',
  partitionKey: { name: 'id', type: 'string' },
  sortKey: { name: 'day', type: 'number' },
  indexes: [byDay],
  ttl: 'expires',
  stream: true,
};
const described: DescribedTable = {
  AttributeDefinitions: attributeDefinitions([model, byDay]).toReversed(),
  KeySchema: keySchema(model).toReversed(),
  GlobalSecondaryIndexes: [
    { IndexName: 'byDay', KeySchema: keySchema(byDay), Projection: { ProjectionType: 'ALL' } },
  ],
  BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
};

test('a table is wanted with its keys and their types as text', () => {
  expect(wantedTable(model)).toEqual({
    keys: 'id (S), day (N)',
    indexes: { byDay: 'day (N), hash (B)' },
    billing: 'PAY_PER_REQUEST',
    ttl: 'expires',
    stream: 'NEW_AND_OLD_IMAGES',
  });
});

test('a table that is as wanted has the same properties, whatever order AWS lists them in', () => {
  expect(observedTable(described, 'expires')).toEqual(wantedTable(model));
});

test.each<[string, Partial<DescribedTable>, object]>([
  [
    'an index with fewer attributes',
    {
      GlobalSecondaryIndexes: [
        { IndexName: 'byDay', KeySchema: keySchema(byDay), Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
    },
    { indexes: { byDay: 'day (N), hash (B), KEYS_ONLY' } },
  ],
  ['no billing mode', { BillingModeSummary: undefined }, { billing: 'PROVISIONED' }],
  [
    'another view of the stream',
    { StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' } },
    { stream: 'KEYS_ONLY' },
  ],
  [
    'a stream that is off',
    { StreamSpecification: { StreamEnabled: false, StreamViewType: 'NEW_AND_OLD_IMAGES' } },
    { stream: undefined },
  ],
])('%s shows', (_, differs, properties) => {
  expect(observedTable({ ...described, ...differs }, 'expires')).toMatchObject(properties);
});
