import { type } from 'arktype';
import * as v from 'valibot';
import { expect, describe as group, test } from 'vitest';
import { z } from 'zod';
import { App, Cron, Rate, type RouteRequest, type Schema } from '../index.ts';
import { at } from '../scope.ts';
import { describe, type HandlerDeclaration } from './index.ts';

/** The only handler of an app that declares one. */
function only(declare: (app: App) => unknown): HandlerDeclaration | undefined {
  const app = new App('shop');
  declare(app);
  return describe(app).handlers[0];
}

function triggerOf(declare: (app: App) => unknown) {
  return only(declare)?.trigger;
}

const name = 'handler';

test('an app without anything is described as such', () => {
  expect(describe(new App('shop', { routes: 'separate', notFound: 'app' }))).toEqual({
    version: 1,
    app: 'shop',
    routes: 'separate',
    notFound: 'app',
    resources: [],
    authorizers: [],
    handlers: [],
  });
});

group('a handler', () => {
  test('has its name, place and settings', () => {
    const app = new App('shop');
    const table = app.table('Orders', { partitionKey: 'id' });
    app[at]({ name: 'work', file: 'src/app.ts', line: 7 }).lambda(
      {
        memory: 512,
        timeout: 60,
        environment: { A: 'b' },
        permissions: [{ actions: ['dynamodb:PutItem'], resources: [table, 'arn:aws:s3:::x/*'] }],
        grants: 'explicit',
      },
      () => 1,
    );
    expect(describe(app).handlers).toEqual([
      {
        name: 'work',
        place: { file: 'src/app.ts', line: 7 },
        trigger: { source: 'lambda' },
        settings: {
          memory: 512,
          timeout: 60,
          environment: { A: 'b' },
          permissions: [
            {
              actions: ['dynamodb:PutItem'],
              resources: [{ kind: 'table', name: 'Orders' }, 'arn:aws:s3:::x/*'],
            },
          ],
          grants: 'explicit',
        },
      },
    ]);
  });

  test('has the name of its options rather than that of its constant', () => {
    const declare = (app: App) =>
      app[at]({ name: 'constant', file: 'a.ts', line: 1 }).lambda({ name }, () => 1);
    expect(only(declare)?.name).toBe(name);
  });

  test('that is a method has its class', () => {
    class Orders {
      list(_: RouteRequest<'GET /orders'>) {}
    }
    const app = new App('shop');
    app.route('GET /orders')(Orders.prototype, 'list', { value: Orders.prototype.list });
    app.use(new Orders());
    expect(describe(app).handlers[0]).toMatchObject({
      name: 'list',
      member: { class: 'Orders', method: 'list' },
    });
  });
});

group('a route', () => {
  test('has method, path and the function that serves it', () => {
    const declare = (app: App) => app.route('GET /a/{id}', { name, function: 'reads' }, () => 1);
    expect(triggerOf(declare)).toEqual({
      source: 'route',
      method: 'GET',
      path: '/a/{id}',
      function: 'reads',
    });
  });

  test.each([
    ['zod', z.object({ n: z.number() })],
    ['arktype', type({ n: 'number' })],
  ])('has the JSON Schema that %s gives of its body', (_, body) => {
    const trigger = triggerOf((app) => app.route('POST /a', { name, body }, () => 1));
    expect(trigger).toMatchObject({ body: { type: 'object', properties: { n: { type: 'number' } } } });
  });

  test('has a JSON Schema that takes anything of a library that gives none', () => {
    const body = v.object({ n: v.number() });
    const trigger = triggerOf((app) => app.route('POST /a', { name, body }, () => 1));
    expect(trigger).toEqual({ source: 'route', method: 'POST', path: '/a', body: {} });
  });

  test('says that it streams where it does', () => {
    const trigger = triggerOf((app) => app.route('GET /a', { name, stream: true }, async function* () {}));
    expect(trigger).toEqual({ source: 'route', method: 'GET', path: '/a', stream: true });
    expect(triggerOf((app) => app.route('GET /a', { name, stream: false }, () => 1))).not.toHaveProperty(
      'stream',
    );
  });

  test.each<[string, Schema]>([
    ['zod', z.object({ date: z.date(), big: z.bigint(), text: z.string() })],
    ['arktype', type({ date: 'Date', big: 'bigint', text: 'string' })],
  ])('has dates as JSON has them, and leaves open what %s has no JSON Schema of', (_, body) => {
    const trigger = triggerOf((app) => app.route('POST /a', { name, body }, () => 1));
    const properties = { date: { type: 'string', format: 'date-time' }, big: {}, text: { type: 'string' } };
    expect(trigger).toMatchObject({ body: { type: 'object', properties } });
  });

  test('does not call frozen what OpenAPI would take for absent from requests', () => {
    const body = z.object({ list: z.array(z.string()).readonly(), own: z.string().meta({ readOnly: true }) });
    const trigger = triggerOf((app) => app.route('POST /a', { name, body }, () => 1));
    const properties = { list: expect.not.objectContaining({ readOnly: true }), own: { readOnly: true } };
    expect(trigger).toMatchObject({ body: { properties } });
  });

  test('says what is its own among its answers, and the types that it takes', () => {
    const options = { name, contentTypes: ['image/png'], onInvalid: () => 'no' };
    expect(triggerOf((app) => app.route('POST /a', options, () => 1))).toMatchObject({
      contentTypes: ['image/png'],
      onInvalid: true,
    });
  });

  test('is answered by the app where that makes its errors itself', () => {
    const app = new App('shop');
    expect(describe(app)).not.toHaveProperty('onError');
    expect(describe(app.onError(() => undefined))).toMatchObject({ onError: true });
  });

  test('has the JSON Schemas of all that is validated as it comes in, and of what is answered as it goes out', () => {
    const page = z.object({ page: z.string().transform(Number).pipe(z.number()) });
    const trigger = triggerOf((app) =>
      app.route(
        'GET /a/{page}',
        {
          name,
          query: page,
          headers: page,
          params: page,
          bodyLimit: 9,
          answers: { 200: page, 404: z.null() },
        },
        () => ({ page: 1 }),
      ),
    );
    const taken = { properties: { page: { type: 'string' } } };
    expect(trigger).toMatchObject({ query: taken, headers: taken, params: taken, bodyLimit: 9 });
    expect(trigger).toMatchObject({
      answers: { 200: { properties: { page: { type: 'number' } } }, 404: { type: 'null' } },
    });
  });
});

test.each([
  [Rate.minutes(1), 'rate(1 minute)'],
  [Rate.hours(2), 'rate(2 hours)'],
  [Rate.days(1), 'rate(1 day)'],
  [new Cron({ minute: 0, hour: 2, weekDay: 'MON-FRI' }), 'cron(0 2 ? * MON-FRI *)'],
  [new Cron({ minute: '0/10' }), 'cron(0/10 * * * ? *)'],
  [new Cron({ minute: 5, day: 'L', month: 2, year: 2028 }), 'cron(5 * L 2 ? 2028)'],
  ['at(2027-01-31T09:00:00)', 'at(2027-01-31T09:00:00)'],
] as const)('the schedule %s is %s', (when, expression) => {
  const trigger = triggerOf((app) => app.schedule(when, { name }, () => 1));
  expect(trigger).toEqual({ source: 'schedule', expression, via: 'scheduler' });
});

group('a source with a resource', () => {
  test('has the defaults filled in', () => {
    const app = new App('shop');
    app.onSqsMessage(app.queue('Jobs'), { name: 'jobs' }, () => 1);
    app.onS3Event(app.bucket('Files'), { name: 'files' }, () => 1);
    app.onSnsMessage(app.topic('News'), { name: 'news' }, () => 1);
    app.onKinesisRecord(app.stream('Clicks'), { name: 'clicks' }, () => 1);
    expect(describe(app).handlers.map(({ trigger }) => trigger)).toEqual([
      {
        source: 'sqs',
        queue: { kind: 'queue', name: 'Jobs' },
        batchSize: 10,
        concurrency: 10,
        filters: [],
        batch: false,
      },
      { source: 's3', bucket: { kind: 'bucket', name: 'Files' }, events: ['s3:ObjectCreated:*'] },
      { source: 'sns', topic: { kind: 'topic', name: 'News' } },
      {
        source: 'kinesis',
        stream: { kind: 'stream', name: 'Clicks' },
        batchSize: 100,
        startingPosition: 'TRIM_HORIZON',
        filters: [],
        retries: 3,
        bisect: true,
        onFailure: 'own',
        batch: false,
      },
    ]);
  });

  test('that is given by its name or ARN has an entry of its own, once', () => {
    const app = new App('shop');
    const arn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/users/stream/2026-01-01T00:00:00.000';
    app.onDynamoDBRecord(arn, { name: 'one' }, () => 1);
    app.onDynamoDBRecord(arn, { name: 'two' }, () => 1);
    app.onDynamoDBRecord(app.table.existing(arn), { name: 'three' }, () => 1);
    app.onSqsMessage('jobs.fifo', { name: 'four' }, () => 1);
    app.onS3Event('files', { name: 'five' }, () => 1);
    app.onSnsMessage('arn:aws:sns:eu-west-1:123456789012:news', { name: 'six' }, () => 1);
    app.onKinesisRecord('arn:aws:kinesis:eu-west-1:123456789012:stream/clicks', { name: 'seven' }, () => 1);
    const { resources, handlers } = describe(app);
    expect(resources).toEqual([
      { kind: 'table', name: 'users', existing: arn, indexes: [] },
      { kind: 'queue', name: 'jobs.fifo', existing: 'jobs.fifo', fifo: true },
      { kind: 'bucket', name: 'files', existing: 'files' },
      { kind: 'topic', name: 'news', existing: 'arn:aws:sns:eu-west-1:123456789012:news', fifo: false },
      { kind: 'stream', name: 'clicks', existing: 'arn:aws:kinesis:eu-west-1:123456789012:stream/clicks' },
    ]);
    expect(
      handlers.map(({ trigger }) => ('startingPosition' in trigger ? trigger.startingPosition : '')),
    ).toEqual(['LATEST', 'LATEST', 'LATEST', '', '', '', 'LATEST']);
  });

  test('may block on failures for ever, or send them to a queue', () => {
    const app = new App('shop');
    const clicks = app.stream('Clicks');
    app.onKinesisRecord(clicks, { name: 'block', onFailure: 'block' }, () => 1);
    app.onKinesisRecord(clicks, { name: 'send', onFailure: app.queue('Failed'), maxAge: 60 }, () => 1);
    expect(describe(app).handlers.map(({ trigger }) => trigger)).toMatchObject([
      { onFailure: 'block', retries: -1 },
      { onFailure: { kind: 'queue', name: 'Failed' }, retries: 3, maxAge: 60 },
    ]);
  });
});

group('the changes of a table that a handler takes', () => {
  const filters = (options: object) => {
    const declare = (app: App) => {
      const table = app.table('Users', { partitionKey: 'id' });
      return app.onDynamoDBRecord(table, { name, ...options }, () => 1);
    };
    const trigger = triggerOf(declare);
    return trigger?.source === 'dynamodb' ? trigger.filters : undefined;
  };

  test('are a filter', () => {
    expect(filters({ events: ['INSERT', 'MODIFY'] })).toEqual([{ eventName: ['INSERT', 'MODIFY'] }]);
    expect(filters({})).toEqual([]);
  });

  test('are part of every other filter', () => {
    const first = { dynamodb: { Keys: { id: { S: ['a'] } } } };
    const second = { dynamodb: { Keys: { id: { S: ['b'] } } } };
    expect(filters({ events: ['INSERT'], filter: [first, second] })).toEqual([
      { ...first, eventName: ['INSERT'] },
      { ...second, eventName: ['INSERT'] },
    ]);
    expect(filters({ filter: first })).toEqual([first]);
  });
});

test('resources are described with their keys, their kin and their defaults', () => {
  const app = new App('shop');
  const news = app.topic('News', { fifo: true });
  app.table('Orders', {
    partitionKey: 'id',
    sortKey: { at: 'number' },
    indexes: { byUser: { partitionKey: 'user' } },
    ttl: 'expires',
  });
  const dead = app.queue('Dead', { fifo: true });
  app.queue('Jobs', {
    fifo: true,
    visibility: 60,
    from: news,
    filter: { kind: ['a'] },
    raw: true,
    deadLetter: { maxReceives: 3, queue: dead },
  });
  app.parameter('Sender', { default: 'a@example.com' });
  app.secret('Key', { description: 'For the bank' });
  app.stream('Clicks', { shards: 2 });
  expect(describe(app).resources).toEqual([
    { kind: 'topic', name: 'News', fifo: true },
    {
      kind: 'table',
      name: 'Orders',
      partitionKey: { name: 'id', type: 'string' },
      sortKey: { name: 'at', type: 'number' },
      indexes: [{ name: 'byUser', partitionKey: { name: 'user', type: 'string' } }],
      ttl: 'expires',
    },
    { kind: 'queue', name: 'Dead', fifo: true },
    {
      kind: 'queue',
      name: 'Jobs',
      fifo: true,
      visibility: 60,
      from: { kind: 'topic', name: 'News' },
      filter: { kind: ['a'] },
      raw: true,
      deadLetter: { maxReceives: 3, queue: { kind: 'queue', name: 'Dead' } },
    },
    { kind: 'parameter', name: 'Sender', default: 'a@example.com' },
    { kind: 'secret', name: 'Key', description: 'For the bank' },
    { kind: 'stream', name: 'Clicks', shards: 2 },
  ]);
});
