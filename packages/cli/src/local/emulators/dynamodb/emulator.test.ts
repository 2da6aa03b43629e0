import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TableModel } from '../../../resources/table/model.ts';
import { type Engines, startEngines } from '../../engines.ts';

const table: TableModel = {
  physicalName: 'mailer-local-Subscribers',
  partitionKey: { name: 'group_name', type: 'string' },
  sortKey: { name: 'subscriber', type: 'string' },
  indexes: [{ name: 'byDate', partitionKey: { name: 'added', type: 'number' } }],
  ttl: 'expires',
  stream: true,
};
const TableName = table.physicalName;
const Item = {
  group_name: { S: 'g' },
  subscriber: { S: 'a@example.com' },
  note: { S: 'arn:aws:dynamodb:eu-west-1:1:x' },
};
const Key = { group_name: Item.group_name, subscriber: Item.subscriber };

let data: string;
let engines: Engines;
let dynamodb: DynamoDBClient;

async function start() {
  engines = await startEngines({ data, region: 'eu-west-1' });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  dynamodb = new DynamoDBClient({ endpoint: engines.endpoint, region: 'eu-west-1', credentials });
}

async function stop() {
  dynamodb.destroy();
  await engines.close();
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'tankard-dynamodb-'));
  await start();
  await engines.createTable(table);
});

afterAll(async () => {
  await stop();
  await rm(data, { recursive: true });
});

test('a declared table has its keys, index and stream, and ARNs of the region asked for', async () => {
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
  expect(Table).toMatchObject({
    TableArn: `arn:aws:dynamodb:eu-west-1:000000000000:table/${TableName}`,
    KeySchema: [
      { AttributeName: 'group_name', KeyType: 'HASH' },
      { AttributeName: 'subscriber', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [{ IndexName: 'byDate' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  expect(Table?.LatestStreamArn).toMatch(/^arn:aws:dynamodb:eu-west-1:000000000000:table\/.*\/stream\//);
});

test('an item comes back as it was, ARNs inside it included', async () => {
  await dynamodb.send(new PutItemCommand({ TableName, Item }));
  expect((await dynamodb.send(new GetItemCommand({ TableName, Key }))).Item).toEqual(Item);
});

test('a table may be named by its ARN', async () => {
  const byArn = `arn:aws:dynamodb:eu-west-1:000000000000:table/${TableName}`;
  expect((await dynamodb.send(new GetItemCommand({ TableName: byArn, Key }))).Item).toEqual(Item);
});

test('tables and items are there after a restart', async () => {
  await stop();
  await start();
  await engines.createTable(table);
  expect((await dynamodb.send(new GetItemCommand({ TableName, Key }))).Item).toEqual(Item);
});

test("the engine's own errors reach the client", async () => {
  const put = new PutItemCommand({
    TableName,
    Item,
    ConditionExpression: 'attribute_not_exists(group_name)',
  });
  await expect(dynamodb.send(put)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
});

test('another DynamoDB takes the place of the engine by its address', async () => {
  const other = await startEngines({ dynamodb: engines.endpoint });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: other.endpoint, region: 'eu-west-1', credentials });
  expect((await client.send(new GetItemCommand({ TableName, Key }))).Item).toEqual(Item);
  client.destroy();
  await other.close();
});
