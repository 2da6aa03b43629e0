import {
  ApiGatewayManagementApiClient,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { App, allow, ConnectionGoneError, deny, reply } from '@tankard/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { connectSocket, refusedSocket } from '../testing/socket-client.ts';
import { type LocalTestApp, startLocal } from './start-local.ts';

const MINUTE = 60_000;

const app = new App('chat');
const gate = app.authorizer({ identity: ['query.token'] }, ({ query }) =>
  query.token === 'secret' ? allow({ routes: ['$connect'], principalId: 'anna' }) : deny(),
);
const gone: { id: string; code: number | undefined; reason: string }[] = [];
const join = app.websocket('$connect', { authorizer: gate }, (event) => {
  if (event.query.room === 'full') return reply(429, 'Full');
  if (event.query.room === 'broken') throw new Error('broken');
  const [protocol] = event.protocols;
  return protocol === undefined ? undefined : reply(200, undefined, { 'sec-websocket-protocol': protocol });
});
const leave = app.websocket('$disconnect', (event) => {
  gone.push({ id: event.connection.id, code: event.code, reason: event.reason });
});
const send = app.websocket('send', { message: z.object({ text: z.string() }) }, async (message) => {
  await message.connection.send({ heard: message.body.text, from: message.auth });
});
const whoAmI = app.websocket('who', { reply: true }, ({ connection }) => ({ id: connection.id }));
const fail = app.websocket('fail', () => {
  throw new Error('failed');
});
const close = app.websocket('close', ({ connection }) => connection.close());
const tell = app.lambda(async (id: string) => {
  try {
    await app.connection(id).send('"told"');
    return await app.connection(id).info();
  } catch (error) {
    if (error instanceof ConnectionGoneError) return { gone: error.connectionId };
    throw error;
  }
});
const address = app.lambda(() => app.websocketUrl.value);

let local: LocalTestApp;
let url: string;
beforeAll(async () => {
  local = await startLocal({ app, gate, join, leave, send, whoAmI, fail, close, tell, address });
  url = local.websocketUrl ?? '';
});
afterAll(() => local.close());

const connect = (query = '', options = {}) => connectSocket(`${url}?token=secret${query}`, options);
const idOf = async (client: Awaited<ReturnType<typeof connect>>): Promise<string> => {
  client.send({ action: 'who' });
  return ((await client.next()) as { id: string }).id;
};

test('a message goes to its route, and what the handler sends comes back', async () => {
  const client = await connect();
  client.send({ action: 'send', text: 'hello' });
  expect(await client.next()).toMatchObject({ heard: 'hello', from: { principalId: 'anna' } });
  client.socket.close();
});

test('who does not come past the authorizer or the handler of $connect is not connected', async () => {
  const said = { connectionId: expect.any(String), requestId: expect.any(String) };
  const refused = (query: string) => refusedSocket(url + query);
  expect(await refused('')).toEqual({ status: 401, body: { message: 'Unauthorized', ...said } });
  expect(await refused('?token=wrong')).toMatchObject({ status: 403, body: said });
  expect(await refused('?token=secret&room=full')).toMatchObject({ status: 429, body: said });
  const broken = { status: 500, body: { message: 'Internal server error', ...said } };
  expect(await refused('?token=secret&room=broken')).toEqual(broken);
  expect(await refusedSocket(url.replace('/local', '/other'))).toMatchObject({ status: 403 });
});

test('a subprotocol is that which the handler of $connect chooses', async () => {
  const client = await connect('', { protocols: ['chat.v2', 'chat.v1'] });
  expect(client.socket.protocol).toBe('chat.v2');
  client.socket.close();
});

test('what no route takes, what fails and what does not fit is told the sender, who stays connected', async () => {
  const client = await connect();
  for (const message of ['no JSON', { action: 'other' }, { action: '$connect' }]) {
    client.send(message);
    expect(await client.next()).toMatchObject({ message: 'Forbidden' });
  }
  client.send({ action: 'fail' });
  expect(await client.next()).toMatchObject({ message: 'Internal server error' });
  client.send({ action: 'send' });
  expect(await client.next()).toMatchObject({ Code: 'BadRequestError' });
  client.socket.close();
});

test('any handler sends to a connection until it is gone, and knows of it', async () => {
  const client = await connect();
  const id = await idOf(client);
  const info = await local.trigger(tell, id);
  expect(await client.next()).toBe('told');
  expect(info).toMatchObject({ sourceIp: '127.0.0.1', connectedAt: expect.stringMatching(/^20/) });
  client.socket.close(4000, 'enough');
  await client.closed;
  await expect.poll(() => gone.find((one) => one.id === id)).toEqual({ id, code: 4000, reason: 'enough' });
  expect(await local.trigger(tell, id)).toEqual({ gone: id });
  expect(await local.trigger(address)).toBe(url);
});

test('a handler ends a connection', async () => {
  const client = await connect();
  client.send({ action: 'close' });
  expect(await client.closed).toEqual([1000, 'Connection Closed Normally']);
});

test("AWS's client manages connections", async () => {
  const client = await connect();
  const id = await idOf(client);
  const api = new ApiGatewayManagementApiClient({ endpoint: url.replace('ws:', 'http:') });
  await api.send(new PostToConnectionCommand({ ConnectionId: id, Data: new TextEncoder().encode('1') }));
  expect(await client.next()).toBe(1);
  const large = new PostToConnectionCommand({ ConnectionId: id, Data: 'x'.repeat(128 * 1024 + 1) });
  await expect(api.send(large)).rejects.toMatchObject({ name: 'PayloadTooLargeException' });
  await expect(api.send(new GetConnectionCommand({ ConnectionId: 'no' }))).rejects.toMatchObject({
    name: 'GoneException',
  });
  client.socket.close();
});

test.each([
  ['a frame of more than 32 KB', () => JSON.stringify('x'.repeat(32 * 1024)), 1009],
  ['bytes', () => Buffer.from('{}'), 1003],
])('%s ends the connection', async (_, message, code) => {
  const client = await connect();
  client.socket.send(message());
  expect((await client.closed)[0]).toBe(code);
});

test('a message of several frames may have 128 KB', async () => {
  const client = await connect();
  const sendInFrames = (text: string) => {
    const size = 32 * 1024;
    for (let at = 0; at < text.length; at += size)
      client.socket.send(text.slice(at, at + size), { fin: at + size >= text.length });
  };
  sendInFrames(JSON.stringify({ action: 'who', fill: 'x'.repeat(100 * 1024) }));
  expect(await client.next()).toHaveProperty('id');
  sendInFrames(JSON.stringify({ action: 'who', fill: 'x'.repeat(128 * 1024) }));
  expect((await client.closed)[0]).toBe(1009);
});

test('a connection ends after ten minutes without a message, and after two hours whatever comes', async () => {
  const idle = await connect();
  const busy = await connect();
  for (let minute = 0; minute < 120; minute += 9) {
    await local.clock.tick(9 * MINUTE);
    await idOf(busy).catch(() => {});
    if (minute === 9) expect(await idle.closed).toEqual([1001, 'Going away']);
    if (minute >= 108) break;
  }
  await local.clock.tick(9 * MINUTE);
  expect(await busy.closed).toEqual([1001, 'Going away']);
});

test('a thousand connections are open at once, and each gets what is its own', {
  timeout: 120_000,
}, async () => {
  const clients = await Promise.all(Array.from({ length: 1000 }, () => connect()));
  const ids = await Promise.all(clients.map(idOf));
  expect(new Set(ids).size).toBe(1000);
  for (const client of clients) client.socket.close();
  await Promise.all(clients.map(({ closed }) => closed));
  await expect.poll(() => local.engines.websockets.open().length, { timeout: 30_000 }).toBe(0);
});
