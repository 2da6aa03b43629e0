import { expect, test } from 'vitest';
import { propertiesOf, rendered } from '../testing/rendered.ts';
import type { TableModel } from './model.ts';

const model: TableModel = {
  physicalName: 'shop-dev-Orders',
  partitionKey: { name: 'id', type: 'string' },
  indexes: [],
  stream: false,
};

test('a table is on demand, and kept whatever happens to the stack', () => {
  expect(rendered('table', model)).toEqual({
    Thing: {
      Type: 'AWS::DynamoDB::Table',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        TableName: 'shop-dev-Orders',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      },
    },
  });
});

test('an attribute is defined once, however many keys it is part of', () => {
  const day = { name: 'day', type: 'number' } as const;
  const properties = propertiesOf('table', {
    ...model,
    sortKey: day,
    indexes: [{ name: 'byDay', partitionKey: day, sortKey: { name: 'hash', type: 'binary' } }],
  });
  expect(properties.AttributeDefinitions).toEqual([
    { AttributeName: 'id', AttributeType: 'S' },
    { AttributeName: 'day', AttributeType: 'N' },
    { AttributeName: 'hash', AttributeType: 'B' },
  ]);
  expect(properties.KeySchema).toContainEqual({ AttributeName: 'day', KeyType: 'RANGE' });
  expect(properties.GlobalSecondaryIndexes).toEqual([
    {
      IndexName: 'byDay',
      KeySchema: [
        { AttributeName: 'day', KeyType: 'HASH' },
        { AttributeName: 'hash', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ]);
});

test('expiry and the stream are switched on where they are wanted', () => {
  expect(propertiesOf('table', { ...model, ttl: 'expires', stream: true })).toMatchObject({
    TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
});
