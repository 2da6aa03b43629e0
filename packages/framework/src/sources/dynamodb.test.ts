import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App, type DynamoDBRecord } from '../index.ts';
import { dynamodbEvent, testContext } from '../testing/index.ts';

const write = vi.spyOn(process.stdout, 'write');
beforeEach(() => void write.mockImplementation(() => true));
afterEach(() => void write.mockReset());

interface User {
  id: string;
  age: number;
}

const app = new App('test');
const users = app.table<User>('Users', { partitionKey: 'id' });
const context = testContext();
const [ada, bob, eve] = ['ada', 'bob', 'eve'].map((id, age) => ({ id, age }));
const raw = dynamodbEvent(
  [{ newImage: ada }, { oldImage: bob, newImage: { ...bob, age: 9 } }, { oldImage: eve, expired: true }],
  { keys: ['id'] },
);

test('images and keys are plain values, and a removal is a REMOVE', async () => {
  const seen: object[] = [];
  const handler = app.onDynamoDBRecord(users, ({ eventName, keys, oldImage, newImage, expired }) => {
    seen.push({ eventName, keys, oldImage, newImage, expired });
  });
  expect(await handler(raw, context)).toEqual({ batchItemFailures: [] });
  expect(seen).toEqual([
    { eventName: 'INSERT', keys: { id: 'ada' }, oldImage: undefined, newImage: ada, expired: false },
    {
      eventName: 'MODIFY',
      keys: { id: 'bob' },
      oldImage: bob,
      newImage: { id: 'bob', age: 9 },
      expired: false,
    },
    { eventName: 'REMOVE', keys: { id: 'eve' }, oldImage: eve, newImage: undefined, expired: true },
  ]);
});

test('an image is made once, so that what a handler does to it stays', async () => {
  const handler = app.onDynamoDBRecord(users, { batch: true }, ({ records }) => {
    for (const record of records) expect(record.newImage).toBe(record.newImage);
  });
  expect(await handler(raw, context)).toEqual({ batchItemFailures: [] });
});

test('the first failure ends the batch and its sequence number is reported', async () => {
  const seen: unknown[] = [];
  const handler = app.onDynamoDBRecord(users, async ({ keys }: DynamoDBRecord<User>) => {
    seen.push(keys.id);
    if (keys.id === 'bob') throw new Error('no');
  });
  const failed = raw.Records[1]?.dynamodb.SequenceNumber;
  expect(await handler(raw, context)).toEqual({ batchItemFailures: [{ itemIdentifier: failed }] });
  expect(seen).toEqual(['ada', 'bob']);
});

test('a record says when and as what it was written', async () => {
  const seen: object[] = [];
  const handler = app.onDynamoDBRecord(users, ({ eventId, sequenceNumber, time }) => {
    seen.push({ eventId, sequenceNumber, time });
  });
  const record = raw.Records[0];
  await handler({ Records: [record] }, context);
  expect(seen).toEqual([
    {
      eventId: record?.eventID,
      sequenceNumber: record?.dynamodb.SequenceNumber,
      time: new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000),
    },
  ]);
});
