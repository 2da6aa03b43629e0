import type { HandlerDeclaration, Manifest, Trigger } from '@tankard/framework/manifest';
import type { HttpPayload } from '@tankard/framework/testing';
import { expect, test } from 'vitest';
import { exampleEvents } from './example-events.ts';

const handler = (trigger: Trigger): HandlerDeclaration => ({ name: 'h', trigger, settings: {} });
const stream = {
  batchSize: 10,
  startingPosition: 'LATEST',
  filters: [],
  retries: 3,
  bisect: true,
  onFailure: 'own',
  batch: false,
} as const;
const resources: Manifest['resources'] = [
  {
    kind: 'table',
    name: 'T',
    partitionKey: { name: 'pk', type: 'number' },
    sortKey: { name: 'sk', type: 'string' },
    indexes: [],
  },
  { kind: 'queue', name: 'Q', fifo: true },
];
const examples = (payload: HttpPayload, ...triggers: readonly Trigger[]) =>
  exampleEvents(triggers.map(handler), { resources, payload });

test.each<[string, Trigger, readonly string[]]>([
  ['a schedule', { source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' }, ['schedule']],
  ['a pattern', { source: 'event', pattern: {} }, ['event']],
  ['a bucket', { source: 's3', bucket: { kind: 'bucket', name: 'B' }, events: [] }, ['put', 'remove']],
  ['a topic', { source: 'sns', topic: { kind: 'topic', name: 'N' } }, ['message']],
  [
    'a queue',
    { source: 'sqs', queue: { kind: 'queue', name: 'Q' }, batchSize: 10, filters: [], batch: false },
    ['message', 'batch'],
  ],
  [
    'a table',
    { source: 'dynamodb', table: { kind: 'table', name: 'T' }, ...stream },
    ['insert', 'modify', 'remove', 'expired'],
  ],
  ['a stream', { source: 'kinesis', stream: { kind: 'stream', name: 'S' }, ...stream }, ['record', 'batch']],
  ['nothing', { source: 'lambda' }, ['empty']],
])('%s has its examples', (_, trigger, names) => {
  const found = examples('2.0', trigger);
  expect([...found.keys()]).toEqual(names);
  for (const make of found.values()) expect(JSON.stringify(make())).toBeTypeOf('string');
});

test('a function of several routes has one example for each, with its parameters filled in', () => {
  const found = examples(
    '2.0',
    { source: 'route', method: 'GET', path: '/users/{id}' },
    { source: 'route', method: 'POST', path: '/users' },
  );
  expect([...found.keys()]).toEqual(['GET /users/{id}', 'POST /users']);
  expect(found.get('GET /users/{id}')?.()).toMatchObject({
    version: '2.0',
    routeKey: 'GET /users/{id}',
    rawPath: '/users/example',
    pathParameters: { id: 'example' },
  });
});

test("a REST API's request has payload 1.0", () => {
  const found = examples('1.0', { source: 'route', method: 'ANY', path: '/files/{path+}' });
  expect(found.get('ANY /files/{path+}')?.()).toMatchObject({
    httpMethod: 'GET',
    resource: '/files/{path+}',
  });
});

test("a function URL's request leaves the path to the function", () => {
  const found = examples('function-url', { source: 'route', method: 'GET', path: '/users/{id}' });
  expect(found.get('GET /users/{id}')?.()).toMatchObject({ routeKey: '$default', rawPath: '/users/example' });
});

test("a change of an item has the table's own keys", () => {
  const found = examples('2.0', { source: 'dynamodb', table: { kind: 'table', name: 'T' }, ...stream });
  expect(found.get('remove')?.()).toMatchObject({
    Records: [{ eventName: 'REMOVE', dynamodb: { Keys: { pk: { N: '1' }, sk: { S: 'example' } } } }],
  });
});

test('a message of a FIFO queue comes with its group', () => {
  const found = examples('2.0', {
    source: 'sqs',
    queue: { kind: 'queue', name: 'Q' },
    batchSize: 10,
    filters: [],
    batch: false,
  });
  expect(found.get('message')?.()).toMatchObject({ Records: [{ attributes: { MessageGroupId: 'test' } }] });
});
