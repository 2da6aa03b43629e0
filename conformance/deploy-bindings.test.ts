import { CreateFunctionCommand, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import {
  GetBucketNotificationConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketReconciler } from '../packages/cli/src/resources/bucket/reconcile.ts';
import { mappingReconciler } from '../packages/cli/src/resources/mapping/reconcile.ts';
import { notificationReconciler } from '../packages/cli/src/resources/notification/reconcile.ts';
import { queueReconciler } from '../packages/cli/src/resources/queue/reconcile.ts';
import { queuePolicyReconciler } from '../packages/cli/src/resources/queue-policy/reconcile.ts';
import { subscriptionReconciler } from '../packages/cli/src/resources/subscription/reconcile.ts';
import { tableReconciler } from '../packages/cli/src/resources/table/reconcile.ts';
import { topicReconciler } from '../packages/cli/src/resources/topic/reconcile.ts';
import { testLife } from './engines/lifecycle.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, type Reconciling, startReconciling } from './engines/reconciling.ts';

/** A zip without entries: nothing here is ever run. */
const EMPTY_ZIP = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;
const functionArn = (name: string) => arn('lambda', `function:${name}`);

const bucket = 'shop-dev-files-000000000000-us-east-1';
const queueArn = arn('sqs', 'shop-dev-Jobs');
const topicArn = arn('sns', 'shop-dev-News');
const failures = arn('sqs', 'shop-dev-Failures');

let engine: MiniStack;
let deploy: Reconciling;
let queueUrl: string;
let streamArn: string;
beforeAll(async () => {
  engine = await startMiniStack();
  deploy = await startReconciling(engine);
  const lambda = await deploy.context.clients.lambda();
  for (const FunctionName of ['unzip', 'index', 'others']) {
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::000000000000:role/r',
        Code: { ZipFile: EMPTY_ZIP },
      }),
    );
  }
  const { context } = deploy;
  await bring(bucketReconciler, { physicalName: bucket, notifications: [] }, context);
  await bring(topicReconciler, { physicalName: 'shop-dev-News', fifo: false }, context);
  const queue = { physicalName: 'shop-dev-Jobs', fifo: false, visibility: 180 };
  queueUrl = (await bring(queueReconciler, queue, context)).made.attributes.url ?? '';
  await bring(queueReconciler, { ...queue, physicalName: 'shop-dev-Failures' }, context);
  const table = { physicalName: 'shop-dev-Orders', indexes: [], stream: true };
  const partitionKey = { name: 'id', type: 'string' } as const;
  const { made } = await bring(tableReconciler, { ...table, partitionKey }, context);
  streamArn = made.attributes.streamArn ?? '';
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

const functions = () =>
  ['unzip', 'index'].map((name) => ({
    kind: 'function' as const,
    name,
    key: { name },
    attributes: { name, arn: functionArn(name) },
  }));
const queues = () => [
  {
    kind: 'queue' as const,
    name: 'Jobs',
    key: { name: 'shop-dev-Jobs' },
    attributes: { arn: queueArn, url: queueUrl },
  },
];

describe('notifications of a bucket', () => {
  const unzip = {
    id: 'unzip',
    events: ['s3:ObjectCreated:*'],
    prefix: 'in/',
    function: functionArn('unzip'),
  };
  const index = {
    id: 'index',
    events: ['s3:ObjectRemoved:Delete', 's3:ObjectCreated:Put'],
    suffix: '.json',
    function: functionArn('index'),
  };
  const others = {
    LambdaFunctionConfigurations: [
      { Id: 'by-hand', LambdaFunctionArn: functionArn('others'), Events: ['s3:ObjectCreated:Copy' as const] },
    ],
    QueueConfigurations: [
      { Id: 'tankard.shop.prod.x', QueueArn: queueArn, Events: ['s3:ObjectRestore:*' as const] },
    ],
    EventBridgeConfiguration: {},
  };
  let s3: S3Client;
  const read = () => s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: bucket }));
  beforeAll(async () => {
    s3 = new S3Client({ ...engine.client, forcePathStyle: true });
    await s3.send(
      new PutBucketNotificationConfigurationCommand({ Bucket: bucket, NotificationConfiguration: others }),
    );
  });
  afterAll(() => s3?.destroy());

  testLife(() => deploy, {
    reconciler: notificationReconciler,
    models: () => [
      ['two handlers', { bucket, notifications: [unzip, index] }],
      ['another prefix', { bucket, notifications: [{ ...unzip, prefix: 'new/' }, index] }],
      ['no filter', { bucket, notifications: [{ ...unzip, prefix: undefined }, index] }],
      ['another event', { bucket, notifications: [{ ...unzip, events: ['s3:ObjectCreated:Put'] }, index] }],
      ['one handler', { bucket, notifications: [index] }],
      ['the other', { bucket, notifications: [unzip] }],
    ],
  });

  it('leave those of others alone', async () => {
    const there = async () => {
      const { LambdaFunctionConfigurations, QueueConfigurations, EventBridgeConfiguration } = await read();
      return { LambdaFunctionConfigurations, QueueConfigurations, EventBridgeConfiguration };
    };
    expect(await there()).toEqual(others);
    await bring(notificationReconciler, { bucket, notifications: [unzip] }, deploy.context);
    expect((await there()).LambdaFunctionConfigurations).toHaveLength(2);
    expect(await there()).toMatchObject({ QueueConfigurations: others.QueueConfigurations });
    await notificationReconciler.remove({ key: { bucket } }, deploy.context);
    expect(await there()).toEqual(others);
  });

  it('are no change where there are none to remove', async () => {
    deploy.proxy.forget();
    await notificationReconciler.remove({ key: { bucket } }, deploy.context);
    await notificationReconciler.remove({ key: { bucket: 'gone-long-ago' } }, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
  });
});

describe('the policy of a queue', () => {
  const model = () => ({ queue: queueUrl, queueArn, topics: [topicArn] });
  testLife(() => deploy, {
    reconciler: queuePolicyReconciler,
    models: () => [
      ['a topic', model()],
      ['two topics', { ...model(), topics: [topicArn, arn('sns', 'other')] }],
      ['the same in another order', { ...model(), topics: [arn('sns', 'other'), topicArn] }],
    ],
    parents: queues,
  });
});

describe('the mapping of a queue', () => {
  const plain = {
    function: functionArn('unzip'),
    source: 'sqs',
    sourceArn: queueArn,
    batchSize: 10,
    filters: [],
    maximumConcurrency: 10,
    reportBatchItemFailures: true,
  } as const;
  const filters = [{ body: { a: [1] } }, { body: { b: [2] } }] as never;

  testLife(() => deploy, {
    reconciler: mappingReconciler,
    models: () => [
      ['plain', plain],
      [
        'with a window, filters and more at once',
        { ...plain, batchWindow: 5, filters, maximumConcurrency: 20 },
      ],
      ['a larger batch', { ...plain, batchWindow: 5, batchSize: 100, filters, maximumConcurrency: 20 }],
      ['without all that', { ...plain, maximumConcurrency: undefined }],
      ['without failures', { ...plain, reportBatchItemFailures: false }],
      ['plain again', plain],
    ],
    parents: functions,
  });

  it('is one, however often it is made', async () => {
    await bring(mappingReconciler, plain, deploy.context);
    expect(await mappingReconciler.ensure(plain, deploy.context)).toBeUndefined();
    const lambda = await deploy.context.clients.lambda();
    const query = { FunctionName: 'unzip', EventSourceArn: queueArn };
    const { EventSourceMappings } = await lambda.send(new ListEventSourceMappingsCommand(query));
    expect(EventSourceMappings).toHaveLength(1);
  });
});

describe('the mapping of a table’s stream', () => {
  const plain = () =>
    ({
      function: functionArn('index'),
      source: 'dynamodb',
      sourceArn: streamArn,
      batchSize: 100,
      filters: [],
      startingPosition: 'TRIM_HORIZON',
      retries: 3,
      bisect: true,
      onFailure: failures,
      reportBatchItemFailures: true,
    }) as const;

  testLife(() => deploy, {
    reconciler: mappingReconciler,
    models: () => [
      ['with a queue for failures', plain()],
      ['more at once, and an age', { ...plain(), parallelization: 2, maxAge: 60 }],
      ['for ever', { ...plain(), retries: -1, bisect: false }],
      ['dropped', { ...plain(), onFailure: undefined }],
    ],
    parents: () => functions().filter(({ name }) => name === 'index'),
  });

  it('that starts elsewhere is another one', () => {
    expect(mappingReconciler.replaces).toEqual(['startingPosition']);
  });
});

describe('a subscription of a function', () => {
  const plain = { topicArn, protocol: 'lambda', endpoint: functionArn('unzip') } as const;
  const filter = { kind: ['big'] } as never;
  testLife(() => deploy, {
    reconciler: subscriptionReconciler,
    models: () => [
      ['with a filter', { ...plain, filter }],
      ['of the body', { ...plain, filter: { a: { b: [1] } } as never, filterScope: 'body' }],
      ['of attributes again', { ...plain, filter, filterScope: 'attributes' }],
      ['without', plain],
    ],
    parents: functions,
  });
});

describe('a subscription of a queue', () => {
  const plain = { topicArn, protocol: 'sqs', endpoint: queueArn } as const;
  testLife(() => deploy, {
    reconciler: subscriptionReconciler,
    models: () => [
      ['raw', { ...plain, raw: true }],
      ['in its envelope', plain],
    ],
    parents: queues,
  });

  it('is absent where the topic is gone', async () => {
    const key = { topic: arn('sns', 'gone'), protocol: 'sqs', endpoint: queueArn };
    expect(await subscriptionReconciler.observe({ key }, deploy.context)).toBeUndefined();
    deploy.proxy.forget();
    await subscriptionReconciler.remove({ key }, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
  });
});
