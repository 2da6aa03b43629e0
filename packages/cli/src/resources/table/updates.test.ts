import { expect, test } from 'vitest';
import type { TableModel } from './model.ts';
import { wantedTable } from './properties.ts';
import { tableUpdates } from './updates.ts';

const plain: TableModel = {
  physicalName: 'orders',
  partitionKey: { name: 'id', type: 'string' },
  indexes: [],
  stream: false,
};
const index = (name: string, key: string) => ({ name, partitionKey: { name: key, type: 'string' } }) as const;
const create = (name: string, key: string) => ({
  AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
  GlobalSecondaryIndexUpdates: [
    {
      Create: {
        IndexName: name,
        KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    },
  ],
});
const remove = (IndexName: string) => ({ GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] });
const on = { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } };
const off = { StreamSpecification: { StreamEnabled: false } };

test.each<[string, Partial<TableModel>, object, readonly object[]]>([
  ['nothing', {}, {}, []],
  ['the stream switched on', { stream: true }, {}, [on]],
  ['the stream switched off', {}, { stream: 'NEW_AND_OLD_IMAGES' }, [off]],
  ['another view of the stream', { stream: true }, { stream: 'KEYS_ONLY' }, [off, on]],
  ['provisioned capacity', {}, { billing: 'PROVISIONED' }, [{ BillingMode: 'PAY_PER_REQUEST' }]],
  ['another attribute of expiry', { ttl: 'expires' }, { ttl: 'old' }, []],
  [
    'two new indexes, one a call',
    { indexes: [index('a', 'x'), index('b', 'y')] },
    {},
    [create('a', 'x'), create('b', 'y')],
  ],
  [
    'an index of other keys and one too many, both removed first',
    { indexes: [index('a', 'x')] },
    { indexes: { a: 'y (S)', b: 'y (S)' } },
    [remove('a'), remove('b'), create('a', 'x')],
  ],
])('%s', (_, wanted, observed, updates) => {
  expect(tableUpdates({ ...plain, ...wanted }, { ...wantedTable(plain), ...observed })).toEqual(updates);
});
