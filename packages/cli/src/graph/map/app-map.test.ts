import type { HandlerDeclaration } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { handler, manifestOf, uses } from '../testing/given.ts';
import { appMap } from './app-map.ts';

const news = { kind: 'topic', name: 'News' } as const;
const stream = {
  batchSize: 1,
  startingPosition: 'LATEST',
  filters: [],
  retries: 3,
  bisect: false,
  onFailure: 'drop',
  batch: false,
} as const;

function arrowsOf(...handlers: readonly HandlerDeclaration[]) {
  return appMap(manifestOf({ handlers }), []).arrows.map(({ from, to, text }) => [from, to, text]);
}

test('all routes of a function are one arrow from the API', () => {
  expect(
    arrowsOf(
      handler('list', { source: 'route', method: 'GET', path: '/users' }),
      handler('add', { source: 'route', method: 'POST', path: '/users' }),
    ),
  ).toEqual([['api', 'function:api', 'GET /users\nPOST /users']]);
});

test('all WebSocket routes of a function are one arrow, and whoever speaks to connections has one back', () => {
  const handlers = [
    handler('join', { source: 'websocket', route: '$connect', reply: false }),
    handler('send', { source: 'websocket', route: 'send', reply: false }),
    handler('tell', { source: 'lambda' }),
  ];
  const usage = {
    function: 'tell',
    calls: [],
    resources: ['send', 'close'].map((method) => uses({ kind: 'url', name: 'websocket' }, method)),
    notSeen: [],
  };
  expect(appMap(manifestOf({ handlers }), [usage]).arrows).toEqual([
    { from: 'websocket', to: 'function:websocket', text: '$connect\nsend', kind: 'calls' },
    { from: 'function:tell', to: 'websocket', kind: 'uses' },
  ]);
});

test.each([
  [{ source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' }, 'schedule:f', undefined],
  [{ source: 'event', pattern: { source: ['shop'] } }, 'event:f', undefined],
  [
    {
      source: 's3',
      bucket: { kind: 'bucket', name: 'Files' },
      events: ['s3:ObjectCreated:*'],
      suffix: '.zip',
    },
    'bucket:Files',
    's3:ObjectCreated:*\n*.zip',
  ],
  [{ source: 'sns', topic: news }, 'topic:News', undefined],
  [
    { source: 'sqs', queue: { kind: 'queue', name: 'Jobs' }, batchSize: 1, filters: [], batch: false },
    'queue:Jobs',
    undefined,
  ],
  [
    { ...stream, source: 'dynamodb', table: { kind: 'table', name: 'Users' }, events: ['INSERT'] },
    'table:Users',
    'INSERT',
  ],
  [{ ...stream, source: 'kinesis', stream: { kind: 'stream', name: 'Clicks' } }, 'stream:Clicks', undefined],
] as const)('a function of source %j is called by its source', (trigger, from, text) => {
  expect(arrowsOf(handler('f', trigger))).toEqual([[from, 'function:f', text]]);
});

test('a plain function stands alone', () => {
  const { boxes, arrows } = appMap(manifestOf({ handlers: [handler('f', { source: 'lambda' })] }), []);
  expect(boxes).toEqual([{ id: 'function:f', kind: 'function', text: 'f' }]);
  expect(arrows).toEqual([]);
});

test('a function points to what it uses and to the mail, but not to parameters', () => {
  const place = { file: 'src/app.ts', line: 1 };
  const { arrows } = appMap(manifestOf({ handlers: [handler('f', { source: 'lambda' })] }), [
    {
      function: 'f',
      calls: [{ client: '@aws-sdk/client-ses', operation: 'SendEmail', place }],
      resources: [
        uses({ kind: 'table', name: 'Users' }, 'name'),
        uses({ kind: 'parameter', name: 'From' }, 'value'),
      ],
      notSeen: [],
    },
  ]);
  expect(arrows).toEqual([
    { from: 'function:f', to: 'table:Users', kind: 'uses' },
    { from: 'function:f', to: 'mail', kind: 'uses' },
  ]);
});

test('a pattern shows a resource by its own name', () => {
  const pattern = { detail: { bucket: { name: ['{{bucket:Uploads}}'] } } };
  const { boxes } = appMap(manifestOf({ handlers: [handler('f', { source: 'event', pattern })] }), []);
  expect(boxes).toContainEqual({ id: 'event:f', kind: 'event', text: '{detail:{bucket:{name:[Uploads]}}}' });
});

test('a topic points to the queue that it feeds', () => {
  const resources = [
    { ...news, fifo: false },
    { kind: 'queue', name: 'Jobs', fifo: false, from: news },
  ] as const;
  expect(appMap(manifestOf({ resources }), []).arrows).toMatchObject([
    { from: 'topic:News', to: 'queue:Jobs' },
  ]);
});

test('an authorizer is asked by the APIs whose routes name it', () => {
  const gate = handler('gate', { source: 'authorizer' });
  const join = handler('join', { source: 'websocket', route: '$connect', authorizer: 'gate', reply: false });
  const list = handler('list', { source: 'route', method: 'GET', path: '/', authorizer: 'gate' });
  const askers = (...handlers: readonly HandlerDeclaration[]) =>
    arrowsOf(gate, ...handlers).flatMap(([from, , text]) => (text === 'authorizer' ? [from] : []));
  expect([askers(join), askers(list), askers(list, join)]).toEqual([
    ['websocket'],
    ['api'],
    ['api', 'websocket'],
  ]);
});
