import {
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Engines, startEngines } from '../engines.ts';

const ACCOUNT = 'us-east-1:000000000000';
const QUEUE = `arn:aws:sqs:${ACCOUNT}:Inbox`;
const TOPIC = `arn:aws:sns:${ACCOUNT}:News`;

let engines: Engines;
let events: EventBridgeClient;
let s3: S3Client;
let sqs: SQSClient;
let scheduler: SchedulerClient;

beforeAll(async () => {
  engines = await startEngines();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const config = { endpoint: engines.endpoint, region: 'us-east-1', credentials };
  events = new EventBridgeClient(config);
  s3 = new S3Client({ ...config, forcePathStyle: true });
  sqs = new SQSClient(config);
  scheduler = new SchedulerClient(config);
  const sns = new SNSClient(config);
  await sqs.send(new CreateQueueCommand({ QueueName: 'Inbox' }));
  await sns.send(new CreateTopicCommand({ Name: 'News' }));
  await sns.send(new SubscribeCommand({ TopicArn: TOPIC, Protocol: 'sqs', Endpoint: QUEUE }));
});

afterAll(() => engines.close());

/** What waits in the queue, oldest first, as JSON. */
async function taken(): Promise<readonly Record<string, unknown>[]> {
  await engines.sns.settle();
  const QueueUrl = `${engines.endpoint}/000000000000/Inbox`;
  const all: Record<string, unknown>[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return all;
    all.push(...Messages.map(({ Body = '' }) => JSON.parse(Body)));
  }
}

beforeEach(async () => {
  await taken();
});

test('a rule hands events to queues, and to topics that hand them on', async () => {
  const EventPattern = '{"source":["shop"]}';
  await events.send(new PutRuleCommand({ Name: 'all', EventPattern }));
  const Targets = [
    { Id: 'queue', Arn: QUEUE, InputPath: '$.detail' },
    { Id: 'topic', Arn: TOPIC, Input: '{"hello":"there"}' },
  ];
  await events.send(new PutTargetsCommand({ Rule: 'all', Targets }));
  const Entries = [{ Source: 'shop', DetailType: 'Ordered', Detail: '{"id":"7"}' }];
  await events.send(new PutEventsCommand({ Entries }));
  expect(await taken()).toEqual([
    { id: '7' },
    expect.objectContaining({ Type: 'Notification', TopicArn: TOPIC, Message: '{"hello":"there"}' }),
  ]);
});

test('a bucket tells queues and topics, and EventBridge, whose rules hand it on', async () => {
  const Bucket = 'photos';
  const Events = ['s3:ObjectCreated:*' as const];
  await s3.send(new CreateBucketCommand({ Bucket }));
  const filter = (Value: string) => ({ Key: { FilterRules: [{ Name: 'prefix' as const, Value }] } });
  const NotificationConfiguration = {
    QueueConfigurations: [{ QueueArn: QUEUE, Events, Filter: filter('q/') }],
    TopicConfigurations: [{ TopicArn: TOPIC, Events, Filter: filter('t/') }],
    EventBridgeConfiguration: {},
  };
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
  const tests = await taken();
  expect(tests).toHaveLength(2);
  expect(tests).toContainEqual(expect.objectContaining({ Event: 's3:TestEvent' }));
  expect(tests).toContainEqual(
    expect.objectContaining({ Type: 'Notification', Subject: 'Amazon S3 Notification' }),
  );

  const EventPattern = '{"source":["aws.s3"],"detail":{"object":{"key":[{"prefix":"e/"}]}}}';
  await events.send(new PutRuleCommand({ Name: 'stored', EventPattern }));
  const Targets = [{ Id: 'queue', Arn: QUEUE, InputPath: '$.detail.object.key' }];
  await events.send(new PutTargetsCommand({ Rule: 'stored', Targets }));
  for (const Key of ['q/1', 't/1', 'e/1']) {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    await engines.s3.settle();
  }
  const [byQueue, byTopic, byBus] = await taken();
  expect(byQueue).toMatchObject({ Records: [{ s3: { object: { key: 'q/1' } } }] });
  expect(JSON.parse(String(byTopic?.Message))).toMatchObject({
    Records: [{ s3: { object: { key: 't/1' } } }],
  });
  expect(byBus).toBe('e/1');
});

test('a schedule sends to a queue, and to a bus whose rules hand it on', async () => {
  const common = { ScheduleExpression: 'rate(1 hour)', FlexibleTimeWindow: { Mode: 'OFF' as const } };
  const RoleArn = 'arn:aws:iam::000000000000:role/a';
  const toQueue = { Arn: QUEUE, RoleArn, Input: '{"from":"schedule"}' };
  await scheduler.send(new CreateScheduleCommand({ Name: 'queue', ...common, Target: toQueue }));
  const Arn = `arn:aws:events:${ACCOUNT}:event-bus/default`;
  const EventBridgeParameters = { Source: 'clock', DetailType: 'Due' };
  const toBus = { Arn, RoleArn, Input: '{"a":1}', EventBridgeParameters };
  await events.send(new PutRuleCommand({ Name: 'due', EventPattern: '{"source":["clock"]}' }));
  const Targets = [{ Id: 'queue', Arn: QUEUE, InputPath: '$.detail' }];
  await events.send(new PutTargetsCommand({ Rule: 'due', Targets }));
  await scheduler.send(new CreateScheduleCommand({ Name: 'bus', ...common, Target: toBus }));
  await engines.time.advance(5000);
  await engines.scheduler.settle();
  expect(await taken()).toEqual([{ from: 'schedule' }, { a: 1 }]);
});
