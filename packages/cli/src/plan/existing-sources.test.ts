import type { ResourceDeclaration, SqsTrigger, Trigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { configOf, graphOf, handler } from '../graph/testing/given.ts';
import { existingSources } from './existing-sources.ts';

const scope = {
  app: 'shop',
  stage: 'dev',
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
};
const records = {
  batchSize: 100,
  startingPosition: 'LATEST',
  filters: [],
  retries: 3,
  bisect: true,
  onFailure: 'drop',
  batch: false,
} as const;
const jobs = { kind: 'queue', name: 'jobs' } as const;
const news = { kind: 'topic', name: 'news' } as const;
const clicks = { kind: 'stream', name: 'clicks' } as const;
const files = { kind: 'bucket', name: 'files' } as const;
const orders = { kind: 'table', name: 'orders' } as const;
const sqs: SqsTrigger = { source: 'sqs', queue: jobs, batchSize: 10, filters: [], batch: false };
const sns: Trigger = { source: 'sns', topic: news };
const kinesis: Trigger = { ...records, source: 'kinesis', stream: clicks };
const s3: Trigger = { source: 's3', bucket: files, events: ['s3:ObjectCreated:*'] };
const dynamodb: Trigger = { ...records, source: 'dynamodb', table: orders };

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
const sourcesOf = (trigger: Trigger, resource: ResourceDeclaration, parameters = {}) =>
  existingSources(graphOf([handler('on', trigger)], [resource], configOf({ parameters })), scope);

test.each<[string, Trigger, ResourceDeclaration, object]>([
  [
    'a queue',
    sqs,
    { ...jobs, fifo: false, existing: 'jobs' },
    { kind: 'queue', address: arn('sqs', 'jobs'), timeout: 30 },
  ],
  [
    'a topic',
    sns,
    { ...news, fifo: false, existing: 'news' },
    { kind: 'topic', address: arn('sns', 'news') },
  ],
  [
    'a topic of another account',
    sns,
    { ...news, fifo: false, existing: 'arn:aws:sns:eu-west-1:1:news' },
    { kind: 'topic', address: 'arn:aws:sns:eu-west-1:1:news' },
  ],
  [
    'a stream',
    kinesis,
    { ...clicks, existing: 'clicks' },
    { kind: 'stream', address: arn('kinesis', 'stream/clicks') },
  ],
  ['a bucket', s3, { ...files, existing: 'old-files' }, { kind: 'bucket', address: 'old-files' }],
  [
    'a table',
    dynamodb,
    { ...orders, indexes: [], existing: 'old' },
    { kind: 'table', address: 'old', parameter: 'ExistingOldStreamArn' },
  ],
  [
    'a table by its ARN',
    dynamodb,
    { ...orders, indexes: [], existing: arn('dynamodb', 'table/old') },
    { kind: 'table', address: arn('dynamodb', 'table/old') },
  ],
])('%s that is there already is a source', (_, trigger, resource, source) => {
  expect(sourcesOf(trigger, resource)).toMatchObject([source]);
});

test.each([
  ['of the default bus', undefined, []],
  ['of a bus of its own', 'orders', [{ kind: 'bus', address: 'orders' }]],
])('a rule %s', (_, bus, sources) => {
  const graph = graphOf([handler('on', { source: 'event', pattern: { source: ['shop'] }, bus })]);
  expect(existingSources(graph, scope)).toMatchObject(sources);
});

test.each<[string, Trigger, ResourceDeclaration]>([
  ['queue', sqs, { ...jobs, fifo: false }],
  ['topic', sns, { ...news, fifo: false }],
  ['stream', kinesis, clicks],
  ['bucket', s3, files],
  ['table', dynamodb, { ...orders, indexes: [], partitionKey: { name: 'id', type: 'string' } }],
])('a %s of our own is none', (_, trigger, resource) => {
  expect(sourcesOf(trigger, resource)).toEqual([]);
});

test('a stream whose ARN is given is not asked for', () => {
  const table = { ...orders, indexes: [], existing: 'old' };
  expect(sourcesOf(dynamodb, table, { ExistingOldStreamArn: 'arn:given' })).toEqual([]);
});

test('the name that is given for an existing queue is the one that is looked at', () => {
  const queue = { ...jobs, fifo: false, existing: 'jobs' };
  expect(sourcesOf(sqs, queue, { ExistingJobsQueueName: 'jobs-of-prod' })).toMatchObject([
    { address: arn('sqs', 'jobs-of-prod') },
  ]);
});
