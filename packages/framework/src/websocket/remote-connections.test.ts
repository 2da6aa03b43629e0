import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as sdk from '@aws-sdk/client-apigatewaymanagementapi';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../app.ts';
import { ConnectionGoneError } from './connection-gone-error.ts';
import { useConnectionsSdk } from './remote-connections.ts';

const seen: { readonly call: string | undefined; readonly body: Buffer }[] = [];

/** Answers as API Gateway does: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await request.toArray());
  seen.push({ call: `${request.method} ${request.url}`, body });
  if (request.url?.endsWith('/gone')) {
    response.writeHead(410, { 'x-amzn-errortype': 'GoneException' }).end('{"message":"410"}');
  } else if (request.url?.endsWith('/large')) {
    response.writeHead(413, { 'x-amzn-errortype': 'PayloadTooLargeException' }).end('{"message":"413"}');
  } else if (request.method === 'GET') {
    const times = { connectedAt: '2026-01-01T10:00:00.000Z', lastActiveAt: '2026-01-01T10:05:00.000Z' };
    response.end(JSON.stringify({ ...times, identity: { sourceIp: '192.0.2.1', userAgent: 'ws' } }));
  } else response.end();
}

const server = createServer((request, response) => void answer(request, response));

beforeEach(async () => {
  seen.length = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('TANKARD_URL_WEBSOCKET', `http://127.0.0.1:${port}/dev`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  useConnectionsSdk(sdk);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const app = new App('chat');

test('what is sent reaches the connection: text and bytes as they are, anything else as JSON', async () => {
  const client = app.connection('a=');
  await client.send('text');
  await client.send(new Uint8Array([1, 2]));
  await client.send(new Uint8Array([3]).buffer);
  await client.send({ ok: true });
  expect(seen.map(({ call, body }) => [call, [...body]])).toEqual(
    [[...Buffer.from('text')], [1, 2], [3], [...Buffer.from('{"ok":true}')]].map((bytes) => [
      'POST /dev/@connections/a%3D',
      bytes,
    ]),
  );
  await expect(client.send(undefined)).rejects.toThrow("A message can't be undefined");
});

test('a connection is closed, and asked about', async () => {
  const client = app.connection('a');
  await client.close();
  expect(await client.info()).toEqual({
    connectedAt: new Date('2026-01-01T10:00:00Z'),
    lastActiveAt: new Date('2026-01-01T10:05:00Z'),
    sourceIp: '192.0.2.1',
    userAgent: 'ws',
  });
  expect(seen.map(({ call }) => call)).toEqual(['DELETE /dev/@connections/a', 'GET /dev/@connections/a']);
});

test.each(['send', 'close', 'info'] as const)(
  '%s tells of a client that is gone by its id',
  async (method) => {
    const failure = app
      .connection('gone')
      [method]('text')
      .catch((error: unknown) => error);
    expect(await failure).toBeInstanceOf(ConnectionGoneError);
    expect(await failure).toMatchObject({ connectionId: 'gone', cause: { name: 'GoneException' } });
  },
);

test('any other failure is what the SDK throws', async () => {
  await expect(app.connection('large').send('text')).rejects.toMatchObject({
    name: 'PayloadTooLargeException',
  });
});

test('where clients connect is the same address by WebSocket', () => {
  vi.stubEnv('TANKARD_URL_WEBSOCKET', 'https://abc.execute-api.eu-west-1.amazonaws.com/dev');
  const url = 'wss://abc.execute-api.eu-west-1.amazonaws.com/dev';
  expect([`${app.websocketUrl}`, JSON.stringify(app.websocketUrl)]).toEqual([url, `"${url}"`]);
  vi.stubEnv('TANKARD_URL_WEBSOCKET', '');
  expect(() => app.websocketUrl.value).toThrow('TANKARD_URL_WEBSOCKET is not set');
});
