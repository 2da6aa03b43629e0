import { expect, test } from 'vitest';
import { failedBatch } from './failed-batch.ts';

const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:myfunction';
const record = (sequenceNumber: string, time: string) => ({
  sequenceNumber,
  written: Date.parse(time),
  group: '',
  event: {},
  after: [],
});

/** The examples of AWS's own pages. */
test('a failed batch of a table is told as https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html shows', () => {
  const streamArn = 'arn:aws:dynamodb:us-east-2:123456789012:table/mytable/stream/2019-11-14T00:04:06.388';
  const batch = failedBatch(
    { functionArn, source: 'dynamodb' },
    {
      records: [record('800000000003126276362', '2019-11-14T00:13:19Z')],
      condition: 'RetryAttemptsExhausted',
      invokeCount: 1,
      last: { requestId: '316aa6d0-8154-xmpl-9af7-85d5f4a6bc81', reported: false },
    },
    { shard: 'shardId-00000001573689847184-864758bb', streamArn },
    Date.parse('2019-11-14T00:13:49.717Z'),
    'unused',
  );
  expect(batch).toEqual({
    requestContext: {
      requestId: '316aa6d0-8154-xmpl-9af7-85d5f4a6bc81',
      functionArn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 1,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: '2019-11-14T00:13:49.717Z',
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000001573689847184-864758bb',
      startSequenceNumber: '800000000003126276362',
      endSequenceNumber: '800000000003126276362',
      approximateArrivalOfFirstRecord: '2019-11-14T00:13:19Z',
      approximateArrivalOfLastRecord: '2019-11-14T00:13:19Z',
      batchSize: 1,
      streamArn,
    },
  });
});

test('one of Kinesis as https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html shows', () => {
  const streamArn = 'arn:aws:kinesis:us-east-2:123456789012:stream/mystream';
  const records = [
    record('49601189658422359378836298521827638475320189012309704722', '2019-11-14T00:38:04.835Z'),
    record('49601189658422359378836298522902373528957594348623495186', '2019-11-14T00:38:05.580Z'),
  ];
  const batch = failedBatch(
    { functionArn, source: 'kinesis' },
    { records, condition: 'RecordAgeExceeded', invokeCount: 0 },
    { shard: 'shardId-000000000001', streamArn },
    Date.parse('2019-11-14T00:38:06.021Z'),
    'c9b8fa9f-5a7f-xmpl-af9c-0c604cde93a5',
  );
  expect(batch).toEqual({
    requestContext: {
      requestId: 'c9b8fa9f-5a7f-xmpl-af9c-0c604cde93a5',
      functionArn,
      condition: 'RecordAgeExceeded',
      approximateInvokeCount: 0,
    },
    version: '1.0',
    timestamp: '2019-11-14T00:38:06.021Z',
    KinesisBatchInfo: {
      shardId: 'shardId-000000000001',
      startSequenceNumber: '49601189658422359378836298521827638475320189012309704722',
      endSequenceNumber: '49601189658422359378836298522902373528957594348623495186',
      approximateArrivalOfFirstRecord: '2019-11-14T00:38:04.835Z',
      approximateArrivalOfLastRecord: '2019-11-14T00:38:05.580Z',
      batchSize: 2,
      streamArn,
    },
  });
});
