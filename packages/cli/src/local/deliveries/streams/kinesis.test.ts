import { KinesisClient, PutRecordCommand, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { App } from '@tankard/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type LocalTestApp, startLocal } from '../../in-process/start-local.ts';

const pages: string[] = [];
const large: unknown[] = [];

const app = new App('clicks');
const clicks = app.stream('Clicks', { shards: 2 });
const handlers = {
  onClick: app.onKinesisRecord(
    clicks,
    { data: z.object({ page: z.string(), size: z.number() }), retries: 1 },
    (record) => {
      pages.push(record.data.page);
    },
  ),
  onLarge: app.onKinesisRecord(
    clicks,
    { filter: { data: { size: [{ numeric: ['>', 100] }] } }, onFailure: 'drop', batch: true },
    ({ records }) => void large.push(...records.map(({ partitionKey }) => partitionKey)),
  ),
};

let local: LocalTestApp;
let kinesis: KinesisClient;
const StreamName = 'clicks-local-Clicks';
const record = (page: string, size: number, PartitionKey = 'ann') => ({
  PartitionKey,
  Data: Buffer.from(JSON.stringify({ page, size })),
});

beforeAll(async () => {
  local = await startLocal({ app, ...handlers });
  kinesis = new KinesisClient({});
});
afterAll(async () => {
  kinesis?.destroy();
  await local?.close();
});

test('records reach the handlers, each those that its filter lets through', async () => {
  const Records = [record('/a', 5), record('/b', 500), record('/c', 7, 'bob')];
  await kinesis.send(new PutRecordsCommand({ StreamName, Records }));
  await local.drain();
  expect(pages.toSorted()).toEqual(['/a', '/b', '/c']);
  expect(pages.indexOf('/a')).toBeLessThan(pages.indexOf('/b'));
  expect(large).toEqual(['ann']);
});

test('the event is as Lambda makes it', async () => {
  const put = await kinesis.send(new PutRecordCommand({ StreamName, ...record('/d', 1) }));
  await local.drain();
  const { event = '', cause } = local.invocations().findLast((one) => one.function === 'onClick') ?? {};
  expect(JSON.parse(event)).toEqual({
    Records: [
      {
        kinesis: {
          kinesisSchemaVersion: '1.0',
          partitionKey: 'ann',
          sequenceNumber: put.SequenceNumber,
          data: Buffer.from('{"page":"/d","size":1}').toString('base64'),
          approximateArrivalTimestamp: expect.any(Number),
        },
        eventSource: 'aws:kinesis',
        eventVersion: '1.0',
        eventID: `${put.ShardId}:${put.SequenceNumber}`,
        eventName: 'aws:kinesis:record',
        invokeIdentityArn: expect.stringMatching(/^arn:aws:iam::000000000000:role\/clicks-local-onClick/),
        awsRegion: 'us-east-1',
        eventSourceARN: `arn:aws:kinesis:us-east-1:000000000000:stream/${StreamName}`,
      },
    ],
  });
  expect(cause).toEqual({ by: 'kinesis', what: 'stream Clicks', after: [] });
});

test('a record that does not fit its schema is tried again and then told to the failure queue', async () => {
  const put = await kinesis.send(
    new PutRecordCommand({ StreamName, PartitionKey: 'ann', Data: Buffer.from('{}') }),
  );
  await local.drain();
  await local.clock.tick(1000);
  const sqs = new SQSClient({});
  const QueueUrl = `${local.engines.endpoint}/000000000000/clicks-local-onClickFailures`;
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  sqs.destroy();
  expect(Messages?.map(({ Body }) => JSON.parse(Body ?? ''))).toMatchObject([
    {
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      responseContext: { statusCode: 200, executedVersion: '$LATEST' },
      KinesisBatchInfo: {
        shardId: put.ShardId,
        startSequenceNumber: put.SequenceNumber,
        endSequenceNumber: put.SequenceNumber,
        batchSize: 1,
      },
    },
  ]);
});
