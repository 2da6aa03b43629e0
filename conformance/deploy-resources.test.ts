import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketReconciler } from '../packages/cli/src/resources/bucket/reconcile.ts';
import { queueReconciler } from '../packages/cli/src/resources/queue/reconcile.ts';
import { secretReconciler } from '../packages/cli/src/resources/secret/reconcile.ts';
import { streamReconciler } from '../packages/cli/src/resources/stream/reconcile.ts';
import { tableReconciler } from '../packages/cli/src/resources/table/reconcile.ts';
import { topicReconciler } from '../packages/cli/src/resources/topic/reconcile.ts';
import { testLife } from './engines/lifecycle.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, type Reconciling, startReconciling } from './engines/reconciling.ts';

let engine: MiniStack;
let deploy: Reconciling;
beforeAll(async () => {
  engine = await startMiniStack();
  deploy = await startReconciling(engine);
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;

describe('a table', () => {
  const plain = {
    physicalName: 'shop-dev-Orders',
    partitionKey: { name: 'id', type: 'string' },
    sortKey: { name: 'day', type: 'number' },
    indexes: [],
    stream: false,
  } as const;
  const byDay = { name: 'byDay', partitionKey: { name: 'day', type: 'number' } } as const;
  const byUser = {
    name: 'byUser',
    partitionKey: { name: 'user', type: 'string' },
    sortKey: { name: 'day', type: 'number' },
  } as const;

  testLife(() => deploy, {
    reconciler: tableReconciler,
    models: () => [
      ['with all that it can have', { ...plain, indexes: [byDay, byUser], ttl: 'expires', stream: true }],
      ['stream off', { ...plain, indexes: [byDay, byUser], ttl: 'expires' }],
      ['one index less', { ...plain, indexes: [byUser], ttl: 'expires' }],
      ['an index of other keys', { ...plain, indexes: [{ ...byUser, sortKey: undefined }], ttl: 'expires' }],
      ['another attribute of expiry', { ...plain, indexes: [byDay], ttl: 'until' }],
      ['no expiry', plain],
      ['stream on', { ...plain, stream: true }],
      ['with all again', { ...plain, indexes: [byDay, byUser], ttl: 'expires', stream: true }],
    ],
    attributes: () => ({
      name: 'shop-dev-Orders',
      arn: arn('dynamodb', 'table/shop-dev-Orders'),
      streamArn: expect.stringContaining('/stream/'),
    }),
  });

  it('with another key is another table', async () => {
    const { observed } = await bring(tableReconciler, plain, deploy.context);
    const wanted = tableReconciler.wanted({ ...plain, sortKey: undefined }, deploy.context);
    expect(wanted.keys).not.toEqual(observed.properties.keys);
    expect(tableReconciler.replaces).toEqual(['keys']);
  });
});

describe('a bucket', () => {
  const name = 'shop-dev-files-000000000000-us-east-1';
  testLife(() => deploy, {
    reconciler: bucketReconciler,
    models: () => [['without notifications', { physicalName: name, notifications: [] }]],
    attributes: () => ({ name, arn: `arn:aws:s3:::${name}` }),
  });

  it('keeps the tags of others', async () => {
    const model = { physicalName: name, notifications: [] };
    await bring(bucketReconciler, model, deploy.tagged({ owner: 'another tool' }));
    const { observed } = await bring(bucketReconciler, model, deploy.tagged({ team: 'beer' }));
    expect(observed.tags).toMatchObject({ owner: 'another tool', team: 'beer', 'tankard:app': 'shop' });
  });

  it('is emptied before it goes', async () => {
    const s3 = new S3Client({ ...engine.client, forcePathStyle: true });
    for (const Key of ['a', 'b/c']) await s3.send(new PutObjectCommand({ Bucket: name, Key, Body: 'x' }));
    await bucketReconciler.remove({ key: { name } }, deploy.context);
    expect(await bucketReconciler.observe({ key: { name } }, deploy.context)).toBeUndefined();
    s3.destroy();
  });
});

describe('a queue', () => {
  const plain = { physicalName: 'shop-dev-Jobs', fifo: false, visibility: 180 };
  const deadLetter = { arn: arn('sqs', 'shop-dev-Lost'), maxReceives: 3 };
  beforeAll(async () => {
    const lost = { physicalName: 'shop-dev-Lost', fifo: false, visibility: 30 };
    // Not listed among ours below.
    await bring(queueReconciler, lost, { ...deploy.context, tags: {} });
  });
  testLife(() => deploy, {
    reconciler: queueReconciler,
    models: () => [
      ['with dead letters', { ...plain, deadLetter, retention: 60 }],
      ['more receives', { ...plain, deadLetter: { ...deadLetter, maxReceives: 5 }, retention: 60 }],
      ['no dead letters', { ...plain, retention: 60 }],
      ['another retention', { ...plain, retention: 1_209_600 }],
      ['another visibility', { ...plain, visibility: 60 }],
    ],
    attributes: () => ({
      name: 'shop-dev-Jobs',
      arn: arn('sqs', 'shop-dev-Jobs'),
      url: expect.stringMatching(/\/shop-dev-Jobs$/),
    }),
  });
});

describe('a FIFO queue', () => {
  testLife(() => deploy, {
    reconciler: queueReconciler,
    models: () => [['', { physicalName: 'shop-dev-Jobs.fifo', fifo: true, visibility: 180 }]],
  });
});

describe.each([
  ['a topic', false, 'shop-dev-News'],
  ['a FIFO topic', true, 'shop-dev-News.fifo'],
])('%s', (_, fifo, physicalName) => {
  testLife(() => deploy, {
    reconciler: topicReconciler,
    models: () => [['', { physicalName, fifo }]],
    attributes: () => ({ name: physicalName, arn: arn('sns', physicalName) }),
  });
});

describe('a stream', () => {
  const physicalName = 'shop-dev-Clicks';
  testLife(() => deploy, {
    reconciler: streamReconciler,
    models: () => [
      ['of two shards', { physicalName, shards: 2 }],
      ['of five', { physicalName, shards: 5 }],
      ['of one', { physicalName, shards: 1 }],
    ],
    attributes: () => ({ name: physicalName, arn: arn('kinesis', `stream/${physicalName}`) }),
  });

  it('is made on demand where no shards are given', async () => {
    const { different, observed } = await bring(streamReconciler, { physicalName }, deploy.context);
    expect(different).toEqual([]);
    expect(observed.properties).toMatchObject({ mode: 'ON_DEMAND', shards: undefined });
  });
});

describe('a secret', () => {
  const physicalName = 'shop-dev-ApiKey';
  testLife(() => deploy, {
    reconciler: secretReconciler,
    models: () => [
      ['described', { physicalName, description: 'Key of the provider' }],
      ['described otherwise', { physicalName, description: 'Another key' }],
      ['not described', { physicalName }],
    ],
    attributes: () => ({
      name: physicalName,
      arn: expect.stringContaining(arn('secretsmanager', `secret:${physicalName}-`)),
    }),
  });

  it('that waits for its removal is taken back', async () => {
    const { different, observed } = await bring(secretReconciler, { physicalName }, deploy.context);
    expect(different).toEqual([]);
    expect(observed.attributes.name).toBe(physicalName);
  });
});
