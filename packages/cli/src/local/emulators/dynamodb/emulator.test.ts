import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
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
  await dynamodb.send(new PutItemCommand({ TableName, Item }));
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

test('a table that is there gets the stream, the indexes and the time to live that it lacks', async () => {
  const bare: TableModel = {
    physicalName: 'Grown',
    partitionKey: { name: 'id', type: 'string' },
    indexes: [{ name: 'gone', partitionKey: { name: 'old', type: 'string' } }],
    ttl: 'until',
    stream: false,
  };
  expect(await engines.createTable(bare)).toEqual([]);
  const byDate = { name: 'byDate', partitionKey: { name: 'date', type: 'number' } } as const;
  const grown: TableModel = { ...bare, indexes: [byDate], ttl: 'expires', stream: true };
  expect(await engines.createTable(grown)).toEqual([]);
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: 'Grown' }));
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(['byDate']);
  expect(Table?.StreamSpecification?.StreamEnabled).toBe(true);
  const { TimeToLiveDescription } = await dynamodb.send(
    new DescribeTimeToLiveCommand({ TableName: 'Grown' }),
  );
  expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' });

  await engines.createTable({ ...grown, stream: false });
  expect(await engines.streams.dynamodb.open('Grown')).toMatchObject({ arn: Table?.LatestStreamArn });
});

test('a table that is there with other keys stays as it is, and that is said', async () => {
  const other: TableModel = { ...table, partitionKey: { name: 'id', type: 'number' }, sortKey: undefined };
  expect(await engines.createTable(other)).toMatchObject([
    {
      code: 'LOCAL_TABLE_KEYS',
      severity: 'warning',
      message: expect.stringContaining('group_name (S), subscriber (S); the app declares id (N)'),
    },
  ]);
});

test('a record of a table knows the invocation that wrote it, and when that was', async () => {
  const { accessKeyId, ...identity } = engines.callers.admit('subscribe');
  const credentials = { accessKeyId, secretAccessKey: 'local' };
  const caller = new DynamoDBClient({ endpoint: engines.endpoint, region: 'eu-west-1', credentials });
  const stream = await engines.streams.dynamodb.open(TableName);
  const [shard] = (await stream?.shards()) ?? [];
  const before = await stream?.newest(shard?.id ?? '');
  identity.begin('invocation-1');
  await engines.time.advance(3_600_000);
  await caller.send(new PutItemCommand({ TableName, Item: { ...Item, subscriber: { S: 'b@example.com' } } }));
  caller.destroy();
  const page = await stream?.read(shard?.id ?? '', before, 10);
  expect(page?.records).toMatchObject([{ after: ['invocation-1'] }]);
  expect(Math.abs((page?.records[0]?.written ?? 0) - engines.time.now())).toBeLessThan(60_000);
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
  // Others may write to it: its streams are looked at, where ours tells of its writes.
  expect(await other.streams.dynamodb.open(TableName)).toMatchObject({ pollEvery: 1000 });
  expect(await engines.streams.dynamodb.open(TableName)).not.toHaveProperty('pollEvery');
  client.destroy();
  await other.close();
});
