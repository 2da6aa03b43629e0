import { handler, manifestOf, uses } from '../../packages/cli/src/graph/testing/given.ts';
import type { Variant } from './variant.ts';

const stream = {
  batchSize: 100,
  startingPosition: 'TRIM_HORIZON',
  filters: [],
  retries: 3,
  bisect: true,
  onFailure: 'own',
  batch: false,
} as const;

/** An app with a handler of every source, from which the others differ in one trait each. */
export const firstApp: Variant = {
  trait: 'nothing',
  config: {},
  code: {},
  manifest: manifestOf({
    resources: [
      { kind: 'table', name: 'orders', partitionKey: { name: 'id', type: 'string' }, indexes: [] },
      { kind: 'bucket', name: 'uploads' },
      { kind: 'queue', name: 'jobs', fifo: false, deadLetter: { maxReceives: 3 } },
      { kind: 'topic', name: 'news', fifo: false },
      { kind: 'queue', name: 'letters', fifo: false, from: { kind: 'topic', name: 'news' } },
      { kind: 'stream', name: 'clicks', shards: 1 },
      { kind: 'secret', name: 'key' },
    ],
    handlers: [
      handler('home', { source: 'route', method: 'GET', path: '/' }),
      handler('order', { source: 'route', method: 'GET', path: '/orders/{id}' }),
      handler('tick', { source: 'schedule', expression: 'rate(1 day)', via: 'scheduler' }),
      handler('nightly', { source: 'schedule', expression: 'cron(0 2 * * ? *)', via: 'rule' }),
      handler('onShipped', { source: 'event', pattern: { source: ['shop.parcels'] } }),
      handler('onUpload', {
        source: 's3',
        bucket: { kind: 'bucket', name: 'uploads' },
        events: ['s3:ObjectCreated:*'],
        prefix: 'in/',
      }),
      handler('onNews', { source: 'sns', topic: { kind: 'topic', name: 'news' } }),
      handler('work', {
        source: 'sqs',
        queue: { kind: 'queue', name: 'jobs' },
        batchSize: 10,
        filters: [],
        batch: false,
      }),
      handler('onOrder', { source: 'dynamodb', table: { kind: 'table', name: 'orders' }, ...stream }),
      handler('onClick', { source: 'kinesis', stream: { kind: 'stream', name: 'clicks' }, ...stream }),
      handler('compute', { source: 'lambda' }, { environment: { COLOUR: 'red', LEVEL: '1' } }),
    ],
  }),
  usages: [
    {
      function: 'compute',
      calls: [],
      resources: [
        uses({ kind: 'table', name: 'orders' }, 'name'),
        uses({ kind: 'secret', name: 'key' }, 'value'),
      ],
      notSeen: [],
    },
  ],
  statements: new Map([['compute', [{ actions: ['ses:SendEmail'], resources: ['*'], because: [] }]]]),
};
