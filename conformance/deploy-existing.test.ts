import type { ResourceDeclaration, Trigger } from '@tankard/framework/manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExisting } from '../packages/cli/src/aws/existing.ts';
import { graphOf, handler } from '../packages/cli/src/graph/testing/given.ts';
import { lookUpExisting } from '../packages/cli/src/plan/look-up-existing.ts';
import { bucketReconciler } from '../packages/cli/src/resources/bucket/reconcile.ts';
import { queueReconciler } from '../packages/cli/src/resources/queue/reconcile.ts';
import { streamReconciler } from '../packages/cli/src/resources/stream/reconcile.ts';
import { tableReconciler } from '../packages/cli/src/resources/table/reconcile.ts';
import { topicReconciler } from '../packages/cli/src/resources/topic/reconcile.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, type Reconciling, startReconciling } from './engines/reconciling.ts';

let engine: MiniStack;
let deploy: Reconciling;
let streamArn: string;
const table = {
  physicalName: 'orders',
  partitionKey: { name: 'id', type: 'string' },
  indexes: [],
  stream: true,
} as const;
beforeAll(async () => {
  engine = await startMiniStack();
  deploy = await startReconciling(engine);
  const { context } = deploy;
  const { made } = await bring(tableReconciler, table, context);
  streamArn = made.attributes.streamArn ?? '';
  await bring(tableReconciler, { ...table, physicalName: 'still', stream: false }, context);
  await bring(queueReconciler, { physicalName: 'jobs', fifo: false, visibility: 20 }, context);
  await bring(topicReconciler, { physicalName: 'news', fifo: false }, context);
  await bring(streamReconciler, { physicalName: 'clicks', shards: 1 }, context);
  await bring(bucketReconciler, { physicalName: 'old-files', notifications: [] }, context);
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;

describe('what is there already', () => {
  it.each([
    ['table', 'orders'],
    ['table', arn('dynamodb', 'table/orders')],
    ['queue', arn('sqs', 'jobs')],
    ['topic', arn('sns', 'news')],
    ['stream', arn('kinesis', 'stream/clicks')],
    ['bucket', 'old-files'],
    ['bus', 'default'],
  ] as const)('is found: the %s %s', async (kind, address) => {
    expect(await readExisting(kind, address, deploy.context.clients)).toMatchObject({ there: true });
    const gone = `${address}-gone`;
    expect(await readExisting(kind, gone, deploy.context.clients)).toEqual({ there: false });
  });
});

describe('an app that listens to it', () => {
  const records = (name: string): Trigger => ({
    source: 'dynamodb',
    table: { kind: 'table', name },
    batchSize: 100,
    startingPosition: 'LATEST',
    filters: [],
    retries: 3,
    bisect: true,
    onFailure: 'drop',
    batch: false,
  });
  const existing = (name: string): ResourceDeclaration => ({
    kind: 'table',
    name,
    indexes: [],
    existing: name,
  });
  const jobs = { kind: 'queue', name: 'jobs' } as const;
  const work: Trigger = { source: 'sqs', queue: jobs, batchSize: 10, filters: [], batch: false };
  const lookUp = (trigger: Trigger, resource: ResourceDeclaration) =>
    lookUpExisting(graphOf([handler('on', trigger)], [resource]), {
      ...deploy.context.scope,
      clients: deploy.context.clients,
      caller: 'arn:aws:iam::000000000000:root',
    });

  it('is given the stream of a table, by calls that only read', async () => {
    deploy.proxy.forget();
    expect(await lookUp(records('orders'), existing('orders'))).toEqual({
      parameters: { ExistingOrdersStreamArn: streamArn },
      problems: [],
    });
    expect(deploy.proxy.mutations()).toEqual([]);
  });

  it.each([
    ['EXISTING_STREAM_OFF', records('still'), existing('still')],
    ['EXISTING_MISSING', records('gone'), existing('gone')],
    ['QUEUE_VISIBILITY', work, { ...jobs, fifo: false, existing: 'jobs' } as const],
  ])('is told %s', async (code, trigger, resource) => {
    expect(await lookUp(trigger, resource)).toMatchObject({ parameters: {}, problems: [{ code }] });
  });
});
