import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { App } from '@tankard/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalTestApp, startLocal } from '../../in-process/start-local.ts';

const seen: unknown[] = [];
const app = new App('visits');
const handlers = {
  onCustomer: app.onDynamoDBRecord('Customers', ({ keys }) => void seen.push(keys.id)),
  onVisit: app.onKinesisRecord('arn:aws:kinesis:us-east-1:000000000000:stream/Visits', (record) => {
    seen.push(record.data);
  }),
};

let local: LocalTestApp;
let dynamodb: DynamoDBClient;
let kinesis: KinesisClient;
beforeAll(async () => {
  local = await startLocal({ app, ...handlers });
  dynamodb = new DynamoDBClient({});
  kinesis = new KinesisClient({});
});
afterAll(async () => {
  dynamodb?.destroy();
  kinesis?.destroy();
  await local?.close();
});

test('a stream that the app says to exist is there, and its records are handed over', async () => {
  await local.drain();
  const Data = Buffer.from('hello');
  await kinesis.send(new PutRecordCommand({ StreamName: 'Visits', PartitionKey: 'ann', Data }));
  await local.drain();
  expect(seen).toEqual(['hello']);
});

test('a table that exists is waited for, and for its stream', async () => {
  seen.length = 0;
  const TableName = 'Customers';
  const put = async (id: string) => {
    await dynamodb.send(new PutItemCommand({ TableName, Item: { id: { S: id } } }));
    await local.drain();
  };
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  await put('before');
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } as const;
  await dynamodb.send(new UpdateTableCommand({ TableName, StreamSpecification }));
  await local.drain();
  await put('after');
  expect(seen).toEqual(['after']);
});
