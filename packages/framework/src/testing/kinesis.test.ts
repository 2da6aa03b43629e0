import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import { createTestClient, kinesisEvent } from './index.ts';

describe('client.kinesis', () => {
  it('puts text, values and bytes', async () => {
    const app = new App('test');
    const seen: unknown[] = [];
    const onClick = app.onKinesisRecord(app.stream('Clicks'), (record) => {
      seen.push([record.data, [...record.bytes()].at(-1), record.partitionKey]);
    });
    const client = createTestClient(app).kinesis(onClick);
    await client.put('hello');
    await client.put({ id: 7 }, { partitionKey: 'p' });
    await client.put(Uint8Array.of(1, 0xfe));
    expect(seen).toEqual([
      ['hello', 111, 'test'],
      ['{"id":7}', 125, 'p'],
      ['\u0001\ufffd', 0xfe, 'test'],
    ]);
  });

  it('tells the record at which the stream stops', async () => {
    const app = new App('test');
    const onClick = app.onKinesisRecord('clicks', (record) => {
      if (record.data !== 'a') throw new Error('not a');
    });
    const records = [{ data: 'a' }, { data: 'b' }, { data: 'c' }];
    const outcome = await createTestClient(app).kinesis(onClick).putBatch(records);
    expect(outcome.failed.map(({ kinesis }) => Buffer.from(kinesis.data, 'base64').toString())).toEqual([
      'b',
    ]);
  });
});

describe('kinesisEvent', () => {
  it('has the shape that Lambda sends', () => {
    expect(kinesisEvent([{ data: 'a' }], 'arn:aws:kinesis:eu-west-1:1:stream/s')).toMatchObject({
      Records: [
        {
          eventSource: 'aws:kinesis',
          eventName: 'aws:kinesis:record',
          eventID: expect.stringMatching(/^shardId-000000000000:\d+$/),
          eventSourceARN: 'arn:aws:kinesis:eu-west-1:1:stream/s',
          kinesis: { kinesisSchemaVersion: '1.0', partitionKey: 'test', data: 'YQ==' },
        },
      ],
    });
  });
});
