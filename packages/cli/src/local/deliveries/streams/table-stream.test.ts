import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { App, type DynamoDBRecord } from '@tankard/framework';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LocalTestApp, startLocal } from '../../in-process/start-local.ts';

interface Order {
  id: string;
  total: number;
  expires?: number;
}
const seen: object[] = [];
let failing = '';

const app = new App('shop');
const orders = app.table<Order>('Orders', { partitionKey: 'id', ttl: 'expires' });
const module_ = {
  app,
  onOrder: app.onDynamoDBRecord(orders, { batchSize: 5 }, (record: DynamoDBRecord<Order>) => {
    if (record.keys.id === failing) throw new Error('no');
    const { eventName, keys, newImage, oldImage, expired, time } = record;
    seen.push({ eventName, id: keys.id, total: newImage?.total, before: oldImage?.total, expired, time });
  }),
  onLarge: app.onDynamoDBRecord(
    orders,
    { filter: { dynamodb: { NewImage: { total: { N: [{ prefix: '9' }] } } } }, events: ['INSERT'] },
    ({ keys }) => void seen.push({ large: keys.id }),
  ),
};

let local: LocalTestApp;
let dynamodb: DynamoDBClient;
const TableName = 'shop-local-Orders';
const item = (id: string, total: string, expires?: number) => ({
  id: { S: id },
  total: { N: total },
  ...(expires !== undefined && { expires: { N: String(expires) } }),
});
const put = (...given: Parameters<typeof item>) =>
  dynamodb.send(new PutItemCommand({ TableName, Item: item(...given) }));

beforeAll(async () => {
  local = await startLocal(module_);
  dynamodb = new DynamoDBClient({});
});
afterAll(async () => {
  dynamodb?.destroy();
  await local?.close();
});
beforeEach(async () => {
  await local.drain();
  seen.length = 0;
});

test('inserts, changes and removals reach the handler in their order; a write that changes nothing does not', async () => {
  await put('a', '1');
  await put('a', '1.0');
  await put('a', '2');
  await dynamodb.send(new DeleteItemCommand({ TableName, Key: { id: { S: 'a' } } }));
  await dynamodb.send(new DeleteItemCommand({ TableName, Key: { id: { S: 'never' } } }));
  await local.drain();
  expect(seen).toMatchObject([
    { eventName: 'INSERT', id: 'a', total: 1, expired: false },
    { eventName: 'MODIFY', id: 'a', total: 2, before: 1 },
    { eventName: 'REMOVE', id: 'a', before: 2, expired: false },
  ]);
});

test('the event is as Lambda makes it', async () => {
  await put('b', '1');
  await local.drain();
  const { event, cause } = local.invocations().at(-1) ?? {};
  expect(JSON.parse(event ?? '')).toEqual({
    Records: [
      {
        eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'us-east-1',
        dynamodb: {
          ApproximateCreationDateTime: expect.any(Number),
          Keys: { id: { S: 'b' } },
          NewImage: item('b', '1'),
          SequenceNumber: expect.stringMatching(/^\d+$/),
          SizeBytes: expect.any(Number),
          StreamViewType: 'NEW_AND_OLD_IMAGES',
        },
        eventSourceARN: expect.stringMatching(
          /^arn:aws:dynamodb:us-east-1:000000000000:table\/shop-local-Orders\/stream\//,
        ),
      },
    ],
  });
  expect(cause).toEqual({ by: 'dynamodb', what: 'table Orders', after: [] });
});

test('a filter keeps records from a handler, and only that one', async () => {
  await put('c', '95');
  await put('d', '5');
  await local.drain();
  expect(seen.filter((one) => 'large' in one)).toEqual([{ large: 'c' }]);
  expect(seen).toHaveLength(3);
});

test.each([
  [
    'BatchWriteItem',
    () =>
      new BatchWriteItemCommand({
        RequestItems: { [TableName]: [{ PutRequest: { Item: item('e', '1') } }] },
      }),
  ],
  [
    'TransactWriteItems',
    () => new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: item('f', '1') } }] }),
  ],
  [
    'UpdateItem',
    () =>
      new UpdateItemCommand({
        TableName,
        Key: { id: { S: 'g' } },
        UpdateExpression: 'ADD #t :n',
        ExpressionAttributeNames: { '#t': 'total' },
        ExpressionAttributeValues: { ':n': { N: '1' } },
      }),
  ],
  [
    'PartiQL',
    () =>
      new ExecuteStatementCommand({ Statement: `INSERT INTO "${TableName}" VALUE {'id': 'h', 'total': 1}` }),
  ],
])('%s wakes the handler', async (_, command) => {
  // biome-ignore lint/suspicious/noExplicitAny: four commands of one client
  await dynamodb.send(command() as any);
  await expect.poll(() => seen).toMatchObject([{ eventName: 'INSERT', total: 1 }]);
});

test('an item whose time is over is removed by DynamoDB itself, by the clock of the session', async () => {
  const now = Math.floor(local.clock.now().getTime() / 1000);
  await put('i', '1', now + 600);
  await put('j', '1', now + 7200);
  await local.drain();
  seen.length = 0;
  await local.clock.tick(540_000);
  expect(seen).toEqual([]);
  await local.clock.tick(180_000);
  expect(seen).toMatchObject([{ eventName: 'REMOVE', id: 'i', before: 1, expired: true }]);
  expect(Math.abs((seen[0] as { time: Date }).time.getTime() - local.clock.now().getTime())).toBeLessThan(
    120_000,
  );
});

test('a record that fails is tried three more times; what came before it is not done again', async () => {
  failing = 'l';
  await put('k', '1');
  await put('l', '1');
  await local.drain();
  for (let second = 0; second < 10; second += 1) await local.clock.tick(1000);
  failing = '';
  await put('m', '1');
  await local.drain();
  const ids = seen.map((one) => (one as { id: string }).id).filter((id) => id !== undefined);
  expect(ids.filter((id) => id === 'k')).toHaveLength(1);
  expect(ids).not.toContain('l');
  expect(ids.at(-1)).toBe('m');
});
