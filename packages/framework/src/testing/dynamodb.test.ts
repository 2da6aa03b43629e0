import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import type { DynamoDBRecord } from '../events/dynamodb-record.ts';
import { createTestClient, dynamodbEvent } from './index.ts';

function setUp(handler: (record: DynamoDBRecord) => unknown) {
  const app = new App('test');
  const users = app.table('Users', { partitionKey: 'id', sortKey: { at: 'number' } });
  const onUser = app.onDynamoDBRecord(users, handler);
  return createTestClient(app).dynamodb(onUser);
}

describe('client.dynamodb', () => {
  it('tells of inserts, changes and removals with their images and keys', async () => {
    const seen: unknown[] = [];
    const client = setUp(({ eventName, keys, newImage, oldImage, expired }) => {
      seen.push({ eventName, keys, newImage, oldImage, expired });
    });
    const [one, two] = [
      { id: 'a', at: 1, n: 1 },
      { id: 'a', at: 1, n: 2 },
    ];
    await client.insert(one);
    await client.modify(one, two);
    await client.remove(two, { expired: true });
    const keys = { id: 'a', at: 1 };
    expect(seen).toEqual([
      { eventName: 'INSERT', keys, newImage: one, oldImage: undefined, expired: false },
      { eventName: 'MODIFY', keys, newImage: two, oldImage: one, expired: false },
      { eventName: 'REMOVE', keys, newImage: undefined, oldImage: two, expired: true },
    ]);
  });

  it('tells the record at which the stream stops', async () => {
    const client = setUp(({ newImage }) => {
      if (newImage?.id === 'b') throw new Error('no b');
    });
    const outcome = await client.sendBatch([
      { newImage: { id: 'a', at: 1 } },
      { newImage: { id: 'b', at: 1 } },
      { newImage: { id: 'c', at: 1 } },
    ]);
    expect(outcome.failed.map((record) => record.dynamodb.Keys.id)).toEqual([{ S: 'b' }]);
  });
});

describe('dynamodbEvent', () => {
  it('has the shape that the stream sends', () => {
    expect(dynamodbEvent([{ newImage: { id: 'a', n: 1 } }], { keys: ['id'] })).toMatchObject({
      Records: [
        {
          eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
          eventName: 'INSERT',
          eventVersion: '1.1',
          eventSource: 'aws:dynamodb',
          awsRegion: 'us-east-1',
          dynamodb: {
            Keys: { id: { S: 'a' } },
            NewImage: { id: { S: 'a' }, n: { N: '1' } },
            SequenceNumber: expect.stringMatching(/^\d+$/),
            StreamViewType: 'NEW_AND_OLD_IMAGES',
          },
          eventSourceARN: expect.stringMatching(/:table\/test\/stream\//),
        },
      ],
    });
  });

  it('refuses a change without an image', () => {
    expect(() => dynamodbEvent([{}])).toThrow('a new image, an old one, or both');
  });
});
