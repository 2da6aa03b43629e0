import type { Manifest } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import type { ResolvedConfig } from '../config/resolved.ts';
import { configOf, handler, manifestOf, uses } from '../graph/testing/given.ts';
import { type CheckInput, checkApp } from './check-app.ts';

const queue = { kind: 'queue', name: 'Jobs' } as const;
const jobs = { source: 'sqs', queue, batchSize: 10, filters: [], batch: false } as const;
const route = { source: 'route', method: 'GET', path: '/users' } as const;
const records = {
  source: 'dynamodb',
  table: { kind: 'table', name: 'Users' },
  batchSize: 1,
  startingPosition: 'LATEST',
  filters: [],
  retries: 3,
  bisect: false,
  batch: false,
} as const;

function check(
  manifest: Partial<Manifest>,
  config: Partial<ResolvedConfig> = {},
  usages: CheckInput['usages'] = [],
) {
  return checkApp({ manifest: manifestOf(manifest), config: configOf(config), usages });
}
const codes = (...given: Parameters<typeof check>) => check(...given).map(({ code }) => code);

test('an app that says nothing odd passes', () => {
  const resources = [{ ...queue, fifo: false }];
  expect(codes({ handlers: [handler('list', route), handler('work', jobs)], resources })).toEqual([]);
});

test('settings for a function that is not there suggest the one that is meant', () => {
  const handlers = [handler('sendMails', { source: 'lambda' })];
  expect(check({ handlers }, { functions: { sendMail: { memory: 512 } } })).toMatchObject([
    {
      code: 'CONFIG_FUNCTION_UNKNOWN',
      subject: 'functions.sendMail',
      remedy: "Did you mean 'sendMails'?",
    },
  ]);
  expect(check({ handlers }, { functions: { other: {} } })[0]?.remedy).toBe(
    'The app has the functions sendMails.',
  );
});

test('a route of the function api is set up under that name and not under its own', () => {
  const handlers = [handler('list', route)];
  expect(codes({ handlers }, { functions: { api: { memory: 512 } } })).toEqual([]);
  expect(codes({ handlers }, { functions: { list: { memory: 512 } } })).toEqual(['CONFIG_FUNCTION_UNKNOWN']);
});

test('a value for a parameter that is not there is refused, one for an existing resource is not', () => {
  const resources = [
    { kind: 'parameter', name: 'From' },
    { kind: 'table', name: 'users', existing: 'users', indexes: [] },
  ] as const;
  const given = { From: 'a', ExistingUsersStreamArn: 'arn' };
  expect(codes({ resources }, { parameters: given })).toEqual([]);
  expect(check({ resources }, { parameters: { form: 'a' } })).toMatchObject([
    { code: 'CONFIG_PARAMETER_UNKNOWN', remedy: "Did you mean 'From'?" },
  ]);
  expect(check({}, { parameters: { form: 'a' } })[0]?.remedy).toBe('The app has no parameters: remove it.');
});

test('logs are kept for as many days as CloudWatch offers', () => {
  const handlers = [handler('f', { source: 'lambda' })];
  expect(check({ handlers }, { defaults: { logRetention: 31 } })).toMatchObject([
    { code: 'LOG_RETENTION', subject: 'f', remedy: expect.stringContaining('logRetention: 60;') },
  ]);
  expect(codes({ handlers }, { defaults: { logRetention: 3653 } })).toEqual([]);
});

test('a function of routes that the configuration lets run over 29 seconds is refused', () => {
  const handlers = [handler('list', route), handler('work', { source: 'lambda' })];
  expect(codes({ handlers }, { functions: { api: { timeout: 30 } } })).toEqual(['API_TIMEOUT']);
  expect(codes({ handlers }, { functions: { api: { timeout: 29 }, work: { timeout: 900 } } })).toEqual([]);
  expect(codes({ handlers }, { defaults: { timeout: 900 } })).toEqual([]);
});

test('a function that streams may run as long as any, where the target of the routes takes streams', () => {
  const handlers = [handler('chat', { ...route, stream: true }, { timeout: 300 })];
  for (const api of ['rest', 'function-url'] as const) expect(codes({ handlers }, { api })).toEqual([]);
  expect(check({ handlers })[0]).toMatchObject({
    code: 'API_TIMEOUT',
    remedy: expect.stringContaining("api: 'rest'"),
  });
});

test.each([
  ['AWS_REGION', 'ENVIRONMENT_RESERVED'],
  ['LAMBDA_TASK_ROOT', 'ENVIRONMENT_RESERVED'],
  ['_HANDLER', 'ENVIRONMENT_RESERVED'],
  ['A', 'ENVIRONMENT_NAME'],
  ['MY-KEY', 'ENVIRONMENT_NAME'],
  ['1ST', 'ENVIRONMENT_NAME'],
])('the variable %s is refused', (variable, code) => {
  const handlers = [handler('f', { source: 'lambda' }, { environment: { [variable]: 'x' } })];
  expect(codes({ handlers })).toEqual([code]);
});

test('variables that only look reserved are taken', () => {
  const environment = { AWS_ENDPOINT_URL: 'x', AWS_LAMBDA_EXEC_WRAPPER: 'x', LAMBDA_MODE: 'x', ok: 'x' };
  expect(codes({ handlers: [handler('f', { source: 'lambda' }, { environment })] })).toEqual([]);
});

test("a message that shows again before its handler's timeout is refused", () => {
  const handlers = [handler('work', jobs, { timeout: 60 })];
  const resources = (visibility: number) => [{ ...queue, fifo: false, visibility }];
  expect(codes({ handlers, resources: resources(60) })).toEqual([]);
  expect(check({ handlers, resources: resources(59) })).toMatchObject([
    { code: 'QUEUE_VISIBILITY', subject: 'Jobs', remedy: expect.stringContaining('at least 60') },
  ]);
  expect(codes({ handlers, resources: resources(60) }, { functions: { work: { timeout: 61 } } })).toEqual([
    'QUEUE_VISIBILITY',
  ]);
});

test('what fails on a stream does not go to a FIFO queue or topic', () => {
  const onFailure = { kind: 'queue', name: 'Jobs' } as const;
  const handlers = [handler('onUser', { ...records, onFailure })];
  expect(codes({ handlers, resources: [{ ...queue, fifo: true }] })).toEqual(['ON_FAILURE_FIFO']);
  expect(codes({ handlers, resources: [{ ...queue, fifo: false }] })).toEqual([]);
});

test('a function does not take the messages of a FIFO topic', () => {
  const topic = { kind: 'topic', name: 'News' } as const;
  const handlers = [handler('onNews', { source: 'sns', topic })];
  expect(codes({ handlers, resources: [{ ...topic, fifo: true }] })).toEqual(['TOPIC_FIFO_HANDLER']);
  expect(codes({ handlers, resources: [{ ...topic, fifo: false }] })).toEqual([]);
});

const paths = (...all: readonly string[]) =>
  all.map((path, index) => handler(`r${index}`, { source: 'route', method: 'GET', path } as const));

test('a REST API has one parameter at a place, an HTTP API may have several', () => {
  const handlers = paths('/users/{id}', '/users/{name}/orders');
  expect(codes({ handlers }, { api: 'http' })).toEqual([]);
  expect(check({ handlers }, { api: 'rest' })).toMatchObject([
    {
      code: 'REST_PATH_PARAMETERS',
      message:
        "'/users/{name}/orders' has {name} where '/users/{id}' has {id}; a REST API takes one parameter at a place.",
    },
  ]);
  expect(
    codes({ handlers: paths('/users/{id}', '/users/{id}/orders', '/teams/{name}') }, { api: 'rest' }),
  ).toEqual([]);
});

test('more than 300 routes need one function that tells them apart', () => {
  const handlers = paths(...Array.from({ length: 301 }, (_, index) => `/r${index}`));
  expect(codes({ handlers })).toEqual([]);
  expect(check({ handlers, routes: 'separate' })).toMatchObject([
    { code: 'ROUTES_TOO_MANY', message: 'The app has 301 routes in 301 functions; the API takes 300.' },
  ]);
});

test('a WebSocket API takes 300 routes, in however many functions', () => {
  const sockets = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      handler(`s${index}`, { source: 'websocket', route: `s${index}`, reply: false }),
    );
  expect(codes({ handlers: sockets(300) })).toEqual([]);
  for (const api of ['http', 'function-url'] as const)
    expect(codes({ handlers: sockets(301) }, { api })).toEqual(['ROUTES_TOO_MANY']);
});

test('a WebSocket route answers within what API Gateway waits', () => {
  const handlers = [handler('send', { source: 'websocket', route: 'send', reply: false })];
  const functions = { websocket: { timeout: 30 } };
  expect(codes({ handlers }, { functions })).toEqual(['API_TIMEOUT']);
});

test('the route for unknown paths counts as well', () => {
  const handlers = paths(...Array.from({ length: 300 }, (_, index) => `/r${index}`));
  expect(codes({ handlers, routes: 'separate' })).toEqual([]);
  expect(codes({ handlers, routes: 'separate', notFound: 'app' })).toEqual(['ROUTES_TOO_MANY']);
  expect(codes({ handlers, notFound: 'app' })).toEqual([]);
});

test('a REST API that hands unknown paths to one of several functions has no parameter at its root', () => {
  const handlers = paths('/{group}/users', '/files/{path+}');
  const rest = { api: 'rest' } as const;
  expect(codes({ handlers, routes: 'separate', notFound: 'app' }, rest)).toEqual(['REST_PATH_PARAMETERS']);
  expect(codes({ handlers, routes: 'separate' }, rest)).toEqual([]);
  expect(codes({ handlers, notFound: 'app' }, rest)).toEqual([]);
});

const place = { file: 'src/app.ts', line: 9 };

test("the app's URL needs a route", () => {
  const usage = {
    function: 'f',
    calls: [],
    resources: [{ ...uses({ kind: 'url' }, 'value'), places: [place] }],
    notSeen: [],
  };
  const f = handler('f', { source: 'lambda' });
  expect(check({ handlers: [f] }, {}, [usage])).toMatchObject([{ code: 'URL_WITHOUT_ROUTES', place }]);
  expect(codes({ handlers: [f, handler('list', route)] }, {}, [usage])).toEqual([]);
});

test('connections need a WebSocket route', () => {
  const use = { ...uses({ kind: 'url', name: 'websocket' }, 'send'), places: [place] };
  const usage = { function: 'f', calls: [], resources: [use], notSeen: [] };
  const f = handler('f', { source: 'lambda' });
  expect(check({ handlers: [f] }, {}, [usage])).toMatchObject([
    { code: 'CONNECTIONS_WITHOUT_WEBSOCKET', place },
  ]);
  const websocket = { selection: '$request.body.action' };
  expect(codes({ handlers: [f], websocket }, {}, [usage])).toEqual([]);
});

test.each([
  ['the call that writes', [{ kind: 'bucket', name: 'Files' }], 'PutObject', ['BUCKET_TRIGGERS_ITSELF']],
  ['any call whose bucket cannot be seen', undefined, 'PutObject', ['BUCKET_TRIGGERS_ITSELF']],
  ['no call to another bucket', [{ kind: 'bucket', name: 'Other' }], 'PutObject', []],
  ['no call that only reads', [{ kind: 'bucket', name: 'Files' }], 'GetObject', []],
] as const)('a handler of new objects is warned of %s', (_, resources, operation, expected) => {
  const bucket = { kind: 'bucket', name: 'Files' } as const;
  const handlers = [handler('f', { source: 's3', bucket, events: ['s3:ObjectCreated:*'] })];
  const calls = [{ client: '@aws-sdk/client-s3', operation, place, resources }];
  const usage = { function: 'f', calls, resources: [uses(bucket, 'name')], notSeen: [] };
  const problems = check({ handlers, resources: [bucket] }, {}, [usage]);
  expect(problems.map(({ code }) => code)).toEqual(expected);
  expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
});

test('a handler may copy from the bucket that calls it', () => {
  const bucket = { kind: 'bucket', name: 'Files' } as const;
  const handlers = [handler('f', { source: 's3', bucket, events: ['s3:ObjectCreated:*'] })];
  const copy = { client: '@aws-sdk/client-s3', operation: 'CopyObject', place };
  const other = { kind: 'bucket', name: 'Other' } as const;
  const warned = (target: typeof bucket | typeof other) =>
    codes({ handlers, resources: [bucket, other] }, {}, [
      {
        function: 'f',
        calls: [
          { ...copy, part: 'CopySource', resources: [bucket] },
          { ...copy, part: 'Bucket', resources: [target] },
        ],
        resources: [],
        notSeen: [],
      },
    ]);
  expect(warned(other)).toEqual([]);
  expect(warned(bucket)).toEqual(['BUCKET_TRIGGERS_ITSELF']);
});

test('a handler of removed objects may write', () => {
  const bucket = { kind: 'bucket', name: 'Files' } as const;
  const handlers = [handler('f', { source: 's3', bucket, events: ['s3:ObjectRemoved:*'] })];
  const calls = [{ client: '@aws-sdk/client-s3', operation: 'PutObject', place, resources: [bucket] }];
  expect(
    codes({ handlers, resources: [bucket] }, {}, [{ function: 'f', calls, resources: [], notSeen: [] }]),
  ).toEqual([]);
});

test('functions whose names differ only in capitals are refused', () => {
  const handlers = [
    handler('sendMail', { source: 'lambda' }),
    handler('sendmail', { source: 'lambda' }),
    handler('Api', { source: 'lambda' }),
    handler('list', route),
  ];
  expect(check({ handlers }).map(({ code, subject }) => [code, subject])).toEqual([
    ['FUNCTION_NAMES_DIFFER_IN_CASE', 'sendmail'],
    ['FUNCTION_NAMES_DIFFER_IN_CASE', 'api'],
  ]);
});

test('what the configuration says wrong is placed there, and what the code says in the code', () => {
  const text = `export default {
  defaults: { logRetention: 31 },
  functions: {
    api: { timeout: 60 },
    nope: {},
  },
  stages: {
    dev: {
      functions: { api: { environment: {
        'A-B': 'x',
      } } },
      parameters: { From: 'a' },
    },
  },
};`;
  const handlers = [handler('list', route, { environment: { AWS_REGION: 'x' } })];
  const problems = check(
    { handlers },
    {
      file: '/project/tankard.config.ts',
      text,
      defaults: { logRetention: 31 },
      functions: { api: { timeout: 60, environment: { 'A-B': 'x' } }, nope: {} },
      parameters: { From: 'a', Flag: 'by the command line' },
    },
  );
  expect(problems.map(({ code, place }) => [code, place && `${place.file}:${place.line}`])).toEqual([
    ['CONFIG_FUNCTION_UNKNOWN', 'tankard.config.ts:5'],
    ['CONFIG_PARAMETER_UNKNOWN', 'tankard.config.ts:12'],
    ['CONFIG_PARAMETER_UNKNOWN', undefined],
    ['LOG_RETENTION', 'tankard.config.ts:2'],
    ['API_TIMEOUT', 'tankard.config.ts:4'],
    ['ENVIRONMENT_RESERVED', 'src/app.ts:1'],
    ['ENVIRONMENT_NAME', 'tankard.config.ts:10'],
  ]);
});
