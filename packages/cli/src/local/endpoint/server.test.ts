import { createServer } from 'node:http';
import { connect } from 'node:http2';
import { connect as netConnect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createCallers } from '../callers/callers.ts';
import { rawExchange } from '../testing/raw-exchange.ts';
import type { AwsRequest, AwsResponse } from './message.ts';
import { startEndpoint } from './server.ts';

const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/${service}/aws4_request`;

async function asked(init: RequestInit, path = '/') {
  const endpoint = await startEndpoint({ port: 0, emulators: [], callers: createCallers() });
  const response = await fetch(endpoint.url + path, { method: 'POST', ...init });
  const text = await response.text();
  await endpoint.close();
  return { status: response.status, type: response.headers.get('content-type'), text };
}

test.each([
  [
    'JSON',
    { 'x-amz-target': 'AmazonSQS.SendMessage', 'content-type': 'application/x-amz-json-1.0' },
    '',
    'sqs (SendMessage)',
  ],
  ['forms', { 'content-type': 'application/x-www-form-urlencoded' }, 'Action=Publish', 'sns (Publish)'],
  ['XML', {}, '', 'route53 (POST /)'],
])(
  'a service that is not here is refused in %s, with its name and the operation',
  async (_, headers, body, named) => {
    const service = named.split(' ')[0] ?? '';
    const { status, text } = await asked({ headers: { ...headers, authorization: scope(service) }, body });
    expect(status).toBe(501);
    expect(text).toContain(`tankard local does not emulate ${named}.`);
  },
);

test('the service is read from the target where nothing is signed', async () => {
  const headers = {
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'content-type': 'application/x-amz-json-1.0',
  };
  expect((await asked({ headers })).text).toContain('dynamodb (ListTables)');
});

test('the next free port is taken where the wanted one is in use', async () => {
  const busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const address = busy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const endpoint = await startEndpoint({ port, emulators: [], callers: createCallers() });
  expect(endpoint.port).toBeGreaterThan(port);
  await endpoint.close();
  await new Promise((resolve) => busy.close(resolve));
});

test('a request that offers another protocol, as those of Java do, is a request; one for a WebSocket is none', async () => {
  const upgraded: unknown[] = [];
  const endpoint = await startEndpoint({
    port: 0,
    emulators: [],
    callers: createCallers(),
    upgrade: (request, socket) => {
      upgraded.push(request.headers.upgrade);
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
    },
  });
  const ask = async (protocol: string) => {
    const head = `POST / HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: ${protocol}\r\nauthorization: ${scope('sqs')}\r\n`;
    const { statuses } = await rawExchange(endpoint.url, [`${head}content-length: 2\r\n\r\n{}`], {
      answers: 1,
    });
    return statuses;
  };
  expect(await ask('h2c')).toEqual([501]);
  expect(await ask('WebSocket')).toEqual([403]);
  expect(upgraded).toEqual(['WebSocket']);
  await endpoint.close();
});

test('an emulator that breaks is answered for with 500 and what it said', async () => {
  const broken = {
    services: ['s3'],
    handle: (): Promise<AwsResponse> => Promise.reject(new Error('disk full')),
    close: async () => {},
  };
  const endpoint = await startEndpoint({ port: 0, emulators: [broken], callers: createCallers() });
  const response = await fetch(endpoint.url);
  expect([response.status, await response.text()]).toEqual([500, expect.stringContaining('disk full')]);
  await endpoint.close();
});

/** Answers with what it was asked. */
const echo = {
  services: ['s3'],
  handle: async ({ method, host, path, body }: AwsRequest): Promise<AwsResponse> => ({
    status: 200,
    headers: { 'content-type': 'text/plain', 'x-length': String(body.length) },
    body: `${method} ${host} ${path}`,
  }),
  close: async () => {},
};

test('HTTP/1 and HTTP/2 are spoken on one port, with bodies of any size and one request after another', async () => {
  const endpoint = await startEndpoint({ port: 0, emulators: [echo], callers: createCallers() });
  const large = Buffer.alloc(3 * 1024 * 1024, 'x');
  const session = connect(endpoint.url);
  const asked2 = (body: Buffer) =>
    new Promise<string>((resolve, reject) => {
      const stream = session.request({ ':method': 'PUT', ':path': '/a%20b' });
      let length: unknown;
      stream.on('response', (headers) => {
        length = headers['x-length'];
      });
      text(stream).then((answer) => resolve(`${answer} ${length}`), reject);
      stream.end(body);
    });
  expect(await Promise.all([asked2(large), asked2(Buffer.from('abc'))])).toEqual([
    `PUT 127.0.0.1 /a%20b ${large.length}`,
    'PUT 127.0.0.1 /a%20b 3',
  ]);
  for (const body of [large, Buffer.from('abc')]) {
    const response = await fetch(`${endpoint.url}/a%20b`, { method: 'PUT', body });
    expect([await response.text(), response.headers.get('x-length')]).toEqual([
      'PUT 127.0.0.1 /a%20b',
      String(body.length),
    ]);
  }
  await endpoint.close();
  await expect.poll(() => session.destroyed).toBe(true);
});

test('a request may come a byte at a time', async () => {
  const endpoint = await startEndpoint({ port: 0, emulators: [echo], callers: createCallers() });
  const socket = netConnect(endpoint.port, '127.0.0.1');
  socket.setNoDelay(true);
  for (const byte of 'PUT /slow HTTP/1.1\r\nhost: a:1\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok') {
    await new Promise((resolve) => socket.write(byte, resolve));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await text(socket)).toContain('PUT a /slow');
  await endpoint.close();
});
