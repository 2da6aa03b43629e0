import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  type Event,
  GetBucketNotificationConfigurationCommand,
  type NotificationConfiguration,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../../engines.ts';
import { type Received, receiveAll } from '../../../testing/received.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:uploads';
const TOPIC = 'arn:aws:sns:us-east-1:000000000000:uploads';
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:keep';
const Bucket = 'photos';

let data: string;
let engines: Engines;
let s3: S3Client;
let received: Received[];

async function start(): Promise<void> {
  engines = await startEngines({ data });
  received = receiveAll(engines.targets, ['sqs', 'sns', 'lambda'], (arn) => !arn.endsWith('gone'));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  s3 = new S3Client({ endpoint: engines.endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
}

async function stop(): Promise<void> {
  s3.destroy();
  await engines.close();
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'tankard-s3-'));
  await start();
  await s3.send(new CreateBucketCommand({ Bucket }));
});

afterEach(async () => {
  await stop();
  await rm(data, { recursive: true });
});

const configure = (configuration: NotificationConfiguration) =>
  s3.send(
    new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: configuration }),
  );

const toFunction = (Events: Event[], rules: Record<string, string> = {}, Id = 'one') => ({
  Id,
  LambdaFunctionArn: FUNCTION,
  Events,
  Filter: {
    Key: {
      FilterRules: Object.entries(rules).map(([Name, Value]) => ({ Name: Name as 'prefix', Value })),
    },
  },
});

const put = (Key: string, Body = 'hello') => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const recordsOf = (all: readonly Received[]) => all.flatMap(({ body }) => JSON.parse(body).Records);

async function told(): Promise<readonly string[]> {
  await engines.s3.settle();
  return recordsOf(received).map(({ eventName, s3: { object } }) => `${eventName} ${object.key}`);
}

test('a new object is told to a function, with what S3 says of it', async () => {
  await configure({ LambdaFunctionConfigurations: [toFunction(['s3:ObjectCreated:*'])] });
  await put('images/red flower (1)+ü.jpg');
  await engines.s3.settle();
  expect(received).toMatchObject([{ arn: FUNCTION, cause: { by: 's3', what: 'bucket photos', after: [] } }]);
  expect(recordsOf(received)).toEqual([
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'us-east-1',
      eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'AWS:000000000000' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': expect.any(String), 'x-amz-id-2': 'local' },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'one',
        bucket: {
          name: 'photos',
          ownerIdentity: { principalId: '000000000000' },
          arn: 'arn:aws:s3:::photos',
        },
        object: {
          key: 'images/red+flower+%281%29%2B%C3%BC.jpg',
          size: 5,
          eTag: '5d41402abc4b2a76b9719d911017c592',
          sequencer: expect.stringMatching(/^[\dA-F]{18}$/),
        },
      },
    },
  ]);
});

test('each change is told by its name, one that changes nothing is not, and sequencers grow', async () => {
  await configure({
    LambdaFunctionConfigurations: [
      toFunction(['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:ObjectTagging:Put']),
    ],
  });
  await put('a');
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` }));
  await s3.send(
    new PutObjectTaggingCommand({ Bucket, Key: 'a', Tagging: { TagSet: [{ Key: 'k', Value: 'v' }] } }),
  );
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  await put('c');
  await s3.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'b' }, { Key: 'c' }, { Key: 'd' }] } }),
  );
  expect(await told()).toEqual([
    'ObjectCreated:Put a',
    'ObjectCreated:Copy b',
    'ObjectTagging:Put a',
    'ObjectRemoved:Delete a',
    'ObjectCreated:Put c',
    'ObjectRemoved:Delete b',
    'ObjectRemoved:Delete c',
  ]);
  const records = recordsOf(received);
  const sequencers: string[] = records.map((record) => record.s3.object.sequencer);
  expect(sequencers).toEqual(sequencers.toSorted());
  expect(new Set(sequencers).size).toBe(7);
  expect(records[3].s3.object).toEqual({ key: 'a', sequencer: sequencers[3] });
});

test('only keys that begin and end so are told of, as they are called and not as they are encoded', async () => {
  await configure({
    LambdaFunctionConfigurations: [
      toFunction(['s3:ObjectCreated:Put'], { prefix: 'my images/', suffix: '.png' }),
    ],
  });
  for (const key of ['my images/a.png', 'my+images/a.png', 'my images/a.jpg', 'a.png']) await put(key);
  expect(await told()).toEqual(['ObjectCreated:Put my+images/a.png']);
});

test('queues and topics get a test event first, and then what happens', async () => {
  const Events: Event[] = ['s3:ObjectCreated:*'];
  await configure({
    QueueConfigurations: [
      { QueueArn: QUEUE, Events, Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'q' }] } } },
    ],
    TopicConfigurations: [
      { TopicArn: TOPIC, Events, Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 't' }] } } },
    ],
  });
  const tests = received.splice(0).map(({ arn, body }) => [arn, JSON.parse(body)]);
  expect(tests.sort()).toMatchObject([
    [TOPIC, { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'photos' }],
    [QUEUE, { Event: 's3:TestEvent' }],
  ]);
  await put('q');
  await put('t');
  await engines.s3.settle();
  expect(received.map(({ arn }) => arn)).toEqual([QUEUE, TOPIC]);
});

test('EventBridge is told of everything once it is switched on', async () => {
  const events: object[] = [];
  engines.targets.receive('events', async (_, { body }) => void events.push(JSON.parse(body)));
  await put('before');
  await configure({ EventBridgeConfiguration: {} });
  await put('a b');
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a b' }));
  await engines.s3.settle();
  expect(events).toMatchObject([
    {
      'detail-type': 'Object Created',
      source: 'aws.s3',
      resources: ['arn:aws:s3:::photos'],
      detail: { bucket: { name: 'photos' }, object: { key: 'a b', size: 5 }, reason: 'PutObject' },
    },
    { 'detail-type': 'Object Deleted', detail: { 'deletion-type': 'Permanently Deleted' } },
  ]);
});

test('a configuration is given as it was set, replaces the one before, and goes with its bucket', async () => {
  const one = toFunction(['s3:ObjectCreated:*'], { prefix: 'a/', suffix: '.png' });
  await configure({ LambdaFunctionConfigurations: [one], EventBridgeConfiguration: {} });
  await stop();
  await start();
  const get = async () => {
    const { $metadata, ...found } = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    return found;
  };
  expect(await get()).toEqual({
    LambdaFunctionConfigurations: [
      {
        ...one,
        Filter: {
          Key: {
            FilterRules: [
              { Name: 'Prefix', Value: 'a/' },
              { Name: 'Suffix', Value: '.png' },
            ],
          },
        },
      },
    ],
    EventBridgeConfiguration: {},
  });
  await configure({});
  expect(await get()).toEqual({});
  await configure({ EventBridgeConfiguration: {} });
  await s3.send(new DeleteBucketCommand({ Bucket }));
  await s3.send(new CreateBucketCommand({ Bucket }));
  expect(await get()).toEqual({});
});

test('what the app declares stays, whatever is set beside it', async () => {
  const events = ['s3:ObjectCreated:*'];
  const declared = { id: 'keep', events, target: FUNCTION, prefix: 'a', bucket: 'Photos' };
  engines.s3.setAppNotifications(new Map([[Bucket, [declared]]]));
  await configure({ QueueConfigurations: [{ Id: 'q', QueueArn: QUEUE, Events: ['s3:ObjectRemoved:*'] }] });
  received.splice(0);
  await put('a');
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
  await engines.s3.settle();
  expect(received.map(({ arn, cause }) => [arn, cause.what])).toEqual([
    [FUNCTION, 'bucket Photos'],
    [QUEUE, 'bucket photos'],
  ]);
  engines.s3.setAppNotifications(new Map());
  await put('a');
  await engines.s3.settle();
  expect(received).toHaveLength(2);
});

test.each<[string, NotificationConfiguration]>([
  ['not supported', { LambdaFunctionConfigurations: [toFunction(['s3:ObjectCreated:Nothing' as Event])] }],
  [
    'prefix or suffix',
    { LambdaFunctionConfigurations: [toFunction(['s3:ObjectCreated:*'], { middle: 'a' })] },
  ],
  [
    'overlap',
    {
      LambdaFunctionConfigurations: [
        toFunction(['s3:ObjectCreated:*'], { prefix: 'a' }),
        toFunction(['s3:ObjectCreated:Put'], { prefix: 'ab' }, 'two'),
      ],
    },
  ],
  ['could not be parsed', { QueueConfigurations: [{ QueueArn: 'uploads', Events: ['s3:ObjectCreated:*'] }] }],
  [
    'Unable to validate',
    { QueueConfigurations: [{ QueueArn: `${QUEUE}gone`, Events: ['s3:ObjectCreated:*'] }] },
  ],
])('a configuration is refused: %s', async (message, configuration) => {
  await expect(configure(configuration)).rejects.toMatchObject({
    name: 'InvalidArgument',
    message: expect.stringContaining(message),
  });
});
