import type { Manifest, Trigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { notDelivered } from './not-delivered.ts';

const stream = {
  batchSize: 1,
  startingPosition: 'LATEST',
  filters: [],
  retries: 3,
  bisect: false,
  onFailure: 'own',
  batch: false,
} as const;
const TRIGGERS: Readonly<Record<string, Trigger>> = {
  route: { source: 'route', method: 'GET', path: '/' },
  schedule: { source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' },
  called: { source: 'lambda' },
  event: { source: 'event', pattern: {} },
  object: { source: 's3', bucket: { kind: 'bucket', name: 'Files' }, events: [] },
  note: { source: 'sns', topic: { kind: 'topic', name: 'News' } },
  job: { source: 'sqs', queue: { kind: 'queue', name: 'Jobs' }, batchSize: 10, filters: [], batch: false },
  item: { source: 'dynamodb', table: { kind: 'table', name: 'Items' }, ...stream },
  datum: { source: 'kinesis', stream: { kind: 'stream', name: 'Data' }, ...stream },
};

test('every handler whose events do not come is named with what it waits for', () => {
  const manifest: Manifest = {
    version: 1,
    app: 'app',
    routes: 'together',
    notFound: 'gateway',
    resources: [],
    handlers: Object.entries(TRIGGERS).map(([name, trigger]) => ({ name, trigger, settings: {} })),
  };
  expect(notDelivered(manifest)).toEqual([{ handler: 'note', events: 'messages of the topic News' }]);
});
