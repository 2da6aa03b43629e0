import { request } from 'node:http';
import { TankardError } from '@tankard/framework/errors';
import { createMatcher } from '@tankard/framework/gateway';
import { afterEach, expect, test } from 'vitest';
import type { GatewayApp, GatewayRoute } from './gateway-app.ts';
import { type Answered, type Gateway, startGateway } from './server.ts';

let gateway: Gateway | undefined;
const answered: Answered[] = [];

afterEach(async () => {
  await gateway?.close();
  answered.length = 0;
});

const ROUTES: readonly GatewayRoute[] = [
  { method: 'GET', path: '/users/{id}', function: 'users' },
  { method: 'POST', path: '/upload', function: 'upload' },
  { method: 'ANY', path: '/any/{rest+}', function: 'any' },
];

/** A gateway whose functions all answer by `handle`. */
async function start(
  handle: (event: Record<string, unknown>, name: string) => unknown,
  over: Partial<GatewayApp> = {},
) {
  const app: GatewayApp = {
    api: 'http',
    stage: '$default',
    matcher: createMatcher(ROUTES, { strictSlash: over.api !== 'rest' }),
    gatekeeper: { admit: async () => ({ context: {} }) },
    invoke: async (name, payload) => {
      const result = handle(JSON.parse(payload), name);
      const failed = result instanceof Error;
      return { requestId: '1', payload: JSON.stringify(failed ? {} : (result ?? null)), failed, duration: 1 };
    },
    ...over,
  };
  gateway = await startGateway({ port: 0, app: async () => app, onAnswer: (one) => answered.push(one) });
  return gateway.url.replace('localhost', '127.0.0.1');
}

async function get(url: string, init?: RequestInit) {
  const response = await fetch(url, init);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

test('a function gets the event of payload 2.0 of the route that fits', async () => {
  const url = await start((event, name) => ({
    name,
    key: event.routeKey,
    params: event.pathParameters,
    version: event.version,
  }));
  const { status, type, text } = await get(`${url}/users/a%20b?x=1`);
  expect([status, type, JSON.parse(text)]).toEqual([
    200,
    'application/json',
    { name: 'users', key: 'GET /users/{id}', params: { id: 'a b' }, version: '2.0' },
  ]);
  expect(answered).toMatchObject([
    { method: 'GET', path: '/users/a%20b?x=1', status: 200, function: 'users' },
  ]);
});

test('a REST API sends payload 1.0 and takes nothing but a whole answer', async () => {
  const url = await start((event) => ({ statusCode: 201, body: String(event.resource) }), { api: 'rest' });
  expect(await get(`${url}/users/1`)).toEqual({ status: 201, type: 'application/json', text: '/users/{id}' });
  await gateway?.close();
  const other = await start(() => ({ hello: 'world' }), { api: 'rest' });
  expect(await get(`${other}/users/1`)).toMatchObject({
    status: 502,
    text: '{"message":"Internal server error"}',
  });
});

test.each([
  ['http', 404, '{"message":"Not Found"}'],
  ['rest', 403, '{"message":"Missing Authentication Token"}'],
] as const)('what no route takes is answered as the %s API does', async (api, status, text) => {
  const url = await start(() => 'never', { api });
  expect(await get(`${url}/none`)).toMatchObject({ status, text });
  expect(await get(`${url}/users/1`, { method: 'DELETE' })).toMatchObject({ status, text });
});

test.each([
  ['http', 404],
  ['rest', 200],
] as const)('a slash at the end makes another path for an HTTP API alone: %s', async (api, status) => {
  const url = await start(() => ({ statusCode: 200, body: '' }), { api });
  expect(await get(`${url}/users/1/`)).toMatchObject({ status });
});

test('a default route takes everything else', async () => {
  const url = await start((event, name) => `${name} ${event.routeKey}`, { fallback: 'api' });
  expect((await get(`${url}/what/ever`)).text).toBe('api $default');
});

test('a function URL hands every path to its function as it was called', async () => {
  const over = { api: 'function-url', matcher: createMatcher<GatewayRoute>([]), fallback: 'api' } as const;
  const url = await start((event, name) => ({ statusCode: 200, body: `${name} ${event.rawPath}` }), over);
  expect(await get(`${url}/users/a%20b/`)).toEqual({
    status: 200,
    type: 'application/json',
    text: 'api /users/a%20b/',
  });
});

test.each([
  ['http', 500, '{"message":"Internal Server Error"}'],
  ['rest', 502, '{"message":"Internal server error"}'],
  ['function-url', 502, '{"message":"Internal Server Error"}'],
] as const)('a failing function gives nothing away behind the target %s', async (api, status, text) => {
  const url = await start(() => new Error('secret'), { api });
  expect(await get(`${url}/users/1`)).toMatchObject({ status, text });
});

test.each([
  { statusCode: 'no' },
  { statusCode: 100 },
  { statusCode: 1000 },
  { statusCode: 200, body: { a: 1 } },
  { statusCode: 200, headers: { 'x-a': '✓' } },
  { statusCode: 200, headers: { 'x a': '1' } },
  { statusCode: 200, multiValueHeaders: { 'x-a': ['1', 'b\r\nx-injected: 1'] } },
  { statusCode: 200, cookies: ['a=1\r\nx-injected: 1'] },
])('the result %j is an internal error', async (result) => {
  const url = await start(() => result);
  expect(await get(`${url}/users/1`)).toMatchObject({ status: 500 });
});

test('bytes go both ways', async () => {
  const bytes = Buffer.from([0, 255, 1, 254]);
  const url = await start((event) => ({
    statusCode: 200,
    headers: { 'Content-Type': 'image/png' },
    body: event.body,
    isBase64Encoded: event.isBase64Encoded,
  }));
  const response = await fetch(`${url}/upload`, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'image/png' },
  });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
});

test('cookies and lists of headers each become a header line', async () => {
  const url = await start(() => ({
    statusCode: 200,
    cookies: ['a=1', 'b=2'],
    multiValueHeaders: { 'x-many': ['1', '2'] },
  }));
  const response = await fetch(`${url}/users/1`);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('x-many')).toBe('1, 2');
});

test('204 and HEAD carry no body', async () => {
  const url = await start(() => ({ statusCode: 204, body: 'ignored' }));
  expect(await get(`${url}/any/1`)).toMatchObject({ status: 204, text: '' });
  await gateway?.close();
  const other = await start(() => ({ statusCode: 200, body: 'four' }));
  const response = await fetch(`${other}/any/1`, { method: 'HEAD' });
  expect([response.headers.get('content-length'), await response.text()]).toEqual(['4', '']);
});

test('a body over 10 MB is refused by the gateway', async () => {
  const url = await start(() => 'never');
  const body = Buffer.alloc(10 * 1024 * 1024 + 1);
  expect(await get(`${url}/upload`, { method: 'POST', body })).toMatchObject({ status: 413 });
});

test('a connection is used again', async () => {
  const url = await start(() => 'x');
  const ports = new Set<number | undefined>();
  const { Agent } = await import('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let n = 0; n < 3; n++) {
    await new Promise<void>((resolve, reject) => {
      const call = request(`${url}/users/1`, { agent }, (response) => {
        ports.add(response.socket.localPort);
        response.resume().on('end', resolve);
      });
      call.on('error', reject).end();
    });
  }
  agent.destroy();
  expect(ports.size).toBe(1);
});

test('an app that could not be built answers with what is wrong', async () => {
  const problem = {
    code: 'APP_SYNTAX',
    severity: 'error',
    message: 'Unexpected }',
    remedy: 'Mend it.',
  } as const;
  gateway = await startGateway({ port: 0, app: () => Promise.reject(new TankardError([problem])) });
  const { status, text } = await get(gateway.url.replace('localhost', '127.0.0.1'));
  expect([status, text]).toEqual([500, expect.stringContaining('✘ APP_SYNTAX  Unexpected }')]);
});

test('who may not call a route is refused, and the function not asked', async () => {
  const callers = { authorizer: 'gate' };
  const matcher = createMatcher<GatewayRoute>([{ method: 'GET', path: '/own', function: 'own', callers }]);
  const body = { message: 'Forbidden' };
  const refused = { status: 403, headers: { 'content-type': 'application/json' }, body };
  const gatekeeper = { admit: async () => ({ refused }) };
  const url = await start(() => 'never', { matcher, gatekeeper });
  expect(await get(`${url}/own`)).toEqual({
    status: 403,
    type: 'application/json',
    text: '{"message":"Forbidden"}',
  });
  expect(answered).toMatchObject([{ path: '/own', status: 403, function: undefined }]);
});

test('what is found of a caller stands in the context of the event', async () => {
  const callers = { authorizer: 'gate', apiKey: true };
  const matcher = createMatcher<GatewayRoute>([{ method: 'GET', path: '/own', function: 'own', callers }]);
  const context = { authorizer: { principalId: 'ann' }, identity: { apiKey: 'key' } };
  const gatekeeper = { admit: async () => ({ context }) };
  const url = await start(
    ({ requestContext }) => ({ statusCode: 200, body: JSON.stringify(requestContext) }),
    {
      ...{ api: 'rest', matcher, gatekeeper },
    },
  );
  expect(JSON.parse((await get(`${url}/own`)).text)).toMatchObject({
    authorizer: { principalId: 'ann' },
    identity: { apiKey: 'key', sourceIp: '127.0.0.1' },
  });
});
