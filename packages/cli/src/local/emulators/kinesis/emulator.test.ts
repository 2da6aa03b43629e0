import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AddTagsToStreamCommand,
  CreateStreamCommand,
  DecreaseStreamRetentionPeriodCommand,
  DeleteStreamCommand,
  DescribeStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type GetShardIteratorCommandInput,
  IncreaseStreamRetentionPeriodCommand,
  KinesisClient,
  ListShardsCommand,
  ListStreamsCommand,
  ListTagsForResourceCommand,
  ListTagsForStreamCommand,
  MergeShardsCommand,
  PutRecordCommand,
  PutRecordsCommand,
  RemoveTagsFromStreamCommand,
  SubscribeToShardCommand,
  UpdateShardCountCommand,
} from '@aws-sdk/client-kinesis';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../engines.ts';

let data: string;
let engines: Engines;
/** As an app has it: with its default handler, which speaks HTTP/2. */
let kinesis: KinesisClient;

async function start() {
  engines = await startEngines({ data, region: 'eu-west-1' });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  kinesis = new KinesisClient({ endpoint: engines.endpoint, region: 'eu-west-1', credentials });
}

async function stop() {
  kinesis.destroy();
  await engines.close();
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'tankard-kinesis-'));
  await start();
});
afterAll(async () => {
  await stop();
  await rm(data, { recursive: true });
});

const StreamName = 'clicks-local-Clicks';
const StreamARN = `arn:aws:kinesis:eu-west-1:000000000000:stream/${StreamName}`;
beforeEach(() => kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 2 })));
afterEach(() => kinesis.send(new DeleteStreamCommand({ StreamName })));

/** Two partition keys whose hashes lie in the two halves. */
const [LOW, HIGH] = ['a', 'b'];
const put = (text: string, PartitionKey = LOW as string) =>
  kinesis.send(new PutRecordCommand({ StreamName, PartitionKey, Data: Buffer.from(text) }));

async function read(input: Partial<GetShardIteratorCommandInput> = {}, Limit?: number) {
  const { ShardIterator } = await kinesis.send(
    new GetShardIteratorCommand({
      StreamName,
      ShardId: 'shardId-000000000000',
      ShardIteratorType: 'TRIM_HORIZON',
      ...input,
    }),
  );
  const page = await kinesis.send(new GetRecordsCommand({ ShardIterator, Limit }));
  return { ...page, texts: page.Records?.map(({ Data }) => Buffer.from(Data ?? []).toString()).join('') };
}

test('a stream has shards that share all hash keys', async () => {
  const { StreamDescription } = await kinesis.send(new DescribeStreamCommand({ StreamName }));
  expect(StreamDescription).toMatchObject({
    StreamARN,
    StreamStatus: 'ACTIVE',
    RetentionPeriodHours: 24,
    StreamModeDetails: { StreamMode: 'PROVISIONED' },
    HasMoreShards: false,
    StreamCreationTimestamp: expect.any(Date),
    Shards: [
      {
        ShardId: 'shardId-000000000000',
        HashKeyRange: { StartingHashKey: '0', EndingHashKey: '170141183460469231731687303715884105727' },
      },
      {
        ShardId: 'shardId-000000000001',
        HashKeyRange: {
          StartingHashKey: '170141183460469231731687303715884105728',
          EndingHashKey: '340282366920938463463374607431768211455',
        },
      },
    ],
  });
  const page = await kinesis.send(new DescribeStreamCommand({ StreamName, Limit: 1 }));
  expect(page.StreamDescription?.HasMoreShards).toBe(true);
});

test('records go to shards by their keys, in order, with growing sequence numbers', async () => {
  const first = await put('1');
  const second = await put('2');
  const other = await put('3', HIGH);
  expect([first, second, other].map(({ ShardId }) => ShardId)).toEqual([
    'shardId-000000000000',
    'shardId-000000000000',
    'shardId-000000000001',
  ]);
  expect(first.SequenceNumber).toMatch(/^\d{56}$/);
  expect(BigInt(second.SequenceNumber ?? 0)).toBeGreaterThan(BigInt(first.SequenceNumber ?? 0));
  const explicit = new PutRecordCommand({
    StreamName,
    PartitionKey: LOW,
    ExplicitHashKey: `${2n ** 128n - 1n}`,
    Data: Buffer.from('4'),
  });
  expect((await kinesis.send(explicit)).ShardId).toBe('shardId-000000000001');
  expect((await read()).texts).toBe('12');
  expect((await read({ ShardId: 'shardId-000000000001' })).Records).toMatchObject([
    {
      PartitionKey: HIGH,
      ApproximateArrivalTimestamp: expect.any(Date),
      SequenceNumber: other.SequenceNumber,
    },
    { PartitionKey: LOW },
  ]);
});

test('an iterator begins where its type says, and goes on', async () => {
  const numbers: string[] = [];
  for (const text of '123') numbers.push((await put(text)).SequenceNumber ?? '');
  await engines.time.advance(60_000);
  const Timestamp = new Date(engines.time.now());
  await put('4');
  const from = async (input: Partial<GetShardIteratorCommandInput>) => (await read(input)).texts;
  expect(
    await from({ ShardIteratorType: 'AT_SEQUENCE_NUMBER', StartingSequenceNumber: numbers[1] ?? '' }),
  ).toBe('234');
  expect(
    await from({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: numbers[1] ?? '' }),
  ).toBe('34');
  expect(await from({ ShardIteratorType: 'AT_TIMESTAMP', Timestamp })).toBe('4');
  const latest = await read({ ShardIteratorType: 'LATEST' });
  expect(latest.texts).toBe('');
  await put('5');
  const next = await kinesis.send(new GetRecordsCommand({ ShardIterator: latest.NextShardIterator }));
  expect(next.Records).toHaveLength(1);
  const page = await read({}, 2);
  expect([page.texts, page.MillisBehindLatest]).toEqual(['12', expect.any(Number)]);
});

test('many records are put at once, or none of them', async () => {
  const records = (...texts: string[]) =>
    texts.map((text) => ({ PartitionKey: LOW, Data: Buffer.from(text) }));
  const answer = await kinesis.send(new PutRecordsCommand({ StreamName, Records: records('1', '2') }));
  expect(answer).toMatchObject({ FailedRecordCount: 0, Records: [{ ShardId: 'shardId-000000000000' }, {}] });
  const large = new PutRecordsCommand({ StreamName, Records: records('3', 'x'.repeat(1024 * 1024)) });
  await expect(kinesis.send(large)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
  const many = new PutRecordsCommand({ StreamName, Records: records(...Array(501).fill('x')) });
  await expect(kinesis.send(many)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
  expect((await read()).texts).toBe('12');
});

test('streams are listed page by page', async () => {
  await kinesis.send(new CreateStreamCommand({ StreamName: 'another' }));
  const first = await kinesis.send(new ListStreamsCommand({ Limit: 1 }));
  expect(first).toMatchObject({ StreamNames: ['another'], HasMoreStreams: true });
  const second = await kinesis.send(new ListStreamsCommand({ NextToken: first.NextToken }));
  expect(second).toMatchObject({ StreamNames: [StreamName], HasMoreStreams: false });
  const { StreamDescriptionSummary } = await kinesis.send(
    new DescribeStreamSummaryCommand({ StreamName: 'another' }),
  );
  expect(StreamDescriptionSummary).toMatchObject({
    OpenShardCount: 4,
    StreamModeDetails: { StreamMode: 'ON_DEMAND' },
  });
  const shards = await kinesis.send(new ListShardsCommand({ StreamName: 'another', MaxResults: 3 }));
  const rest = await kinesis.send(new ListShardsCommand({ NextToken: shards.NextToken }));
  expect([shards.Shards?.length, rest.Shards?.length, rest.NextToken]).toEqual([3, 1, undefined]);
  await kinesis.send(new DeleteStreamCommand({ StreamARN: StreamARN.replace(StreamName, 'another') }));
});

test('tags are set and taken away', async () => {
  await kinesis.send(new AddTagsToStreamCommand({ StreamName, Tags: { a: '1', b: '2' } }));
  await kinesis.send(new RemoveTagsFromStreamCommand({ StreamName, TagKeys: ['a'] }));
  const Tags = [{ Key: 'b', Value: '2' }];
  expect(await kinesis.send(new ListTagsForStreamCommand({ StreamName }))).toMatchObject({ Tags });
  expect(await kinesis.send(new ListTagsForResourceCommand({ ResourceARN: StreamARN }))).toMatchObject({
    Tags,
  });
});

test('records go when their retention is over, by the clock of the session', async () => {
  await put('old');
  await kinesis.send(new IncreaseStreamRetentionPeriodCommand({ StreamName, RetentionPeriodHours: 48 }));
  await engines.time.advance(40 * 3_600_000);
  expect((await read()).texts).toBe('old');
  const too = new DecreaseStreamRetentionPeriodCommand({ StreamName, RetentionPeriodHours: 72 });
  await expect(kinesis.send(too)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
  await kinesis.send(new DecreaseStreamRetentionPeriodCommand({ StreamName, RetentionPeriodHours: 24 }));
  expect((await read()).texts).toBe('');
});

test('a stream with other shards closes those it has, and says which came of which', async () => {
  await put('1');
  await kinesis.send(
    new UpdateShardCountCommand({ StreamName, TargetShardCount: 1, ScalingType: 'UNIFORM_SCALING' }),
  );
  await put('2');
  const { Shards } = await kinesis.send(new ListShardsCommand({ StreamName }));
  expect(Shards?.slice(1)).toMatchObject([
    { ShardId: 'shardId-000000000001', SequenceNumberRange: { EndingSequenceNumber: expect.any(String) } },
    {
      ShardId: 'shardId-000000000002',
      ParentShardId: 'shardId-000000000000',
      AdjacentParentShardId: 'shardId-000000000001',
    },
  ]);
  const parent = await read();
  expect([parent.texts, parent.NextShardIterator]).toEqual(['1', undefined]);
  expect(parent.ChildShards).toMatchObject([{ ShardId: 'shardId-000000000002' }]);
  expect((await read({ ShardId: 'shardId-000000000002' })).texts).toBe('2');
});

test('streams and records are there after a restart, and no sequence number is given twice', async () => {
  // With the machine's own time again, which the tests above have moved.
  await stop();
  await start();
  const before = await put('1');
  await stop();
  await start();
  expect((await read()).texts).toBe('1');
  await engines.time.advance(25 * 3_600_000);
  await put('2', HIGH);
  expect((await read()).texts).toBe('');
  await stop();
  await start();
  const after = await put('3');
  expect(BigInt(after.SequenceNumber ?? 0)).toBeGreaterThan(BigInt(before.SequenceNumber ?? 0));
});

test.each<[string, () => Promise<unknown>, object]>([
  [
    'a stream that is there',
    () => kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 1 })),
    { name: 'ResourceInUseException' },
  ],
  [
    'a stream that is not there',
    () => kinesis.send(new DescribeStreamCommand({ StreamName: 'none' })),
    { name: 'ResourceNotFoundException', message: 'Stream none under account 000000000000 not found.' },
  ],
  ['a shard that is not there', () => read({ ShardId: 'shardId-9' }), { name: 'ResourceNotFoundException' }],
  ['no partition key', () => put('1', ''), { name: 'InvalidArgumentException' }],
  [
    'an iterator that is none',
    () => kinesis.send(new GetRecordsCommand({ ShardIterator: 'x' })),
    { name: 'InvalidArgumentException' },
  ],
  [
    'an operation that is not there',
    () => kinesis.send(new MergeShardsCommand({ StreamName, ShardToMerge: 'a', AdjacentShardToMerge: 'b' })),
    { message: "tankard local's Kinesis does not have the operation MergeShards." },
  ],
  [
    'fan-out',
    () =>
      kinesis.send(
        new SubscribeToShardCommand({
          ConsumerARN: `${StreamARN}/consumer/a:1`,
          ShardId: 'shardId-000000000000',
          StartingPosition: { Type: 'LATEST' },
        }),
      ),
    { message: "tankard local's Kinesis does not have the operation SubscribeToShard." },
  ],
])('%s is refused', async (_, send, error) => {
  await expect(send()).rejects.toMatchObject(error);
});

test('an iterator lives for five minutes', async () => {
  const { NextShardIterator: ShardIterator } = await read();
  await engines.time.advance(301_000);
  await expect(kinesis.send(new GetRecordsCommand({ ShardIterator }))).rejects.toMatchObject({
    name: 'ExpiredIteratorException',
  });
});

test('a client that speaks CBOR is told how to do without', async () => {
  const response = await fetch(engines.endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'Kinesis_20131202.ListStreams', 'content-type': 'application/x-amz-cbor-1.1' },
  });
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining('AWS_CBOR_DISABLE'),
  ]);
});
