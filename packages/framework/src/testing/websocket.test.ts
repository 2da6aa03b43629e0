import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { App, allow, ConnectionGoneError, deny, Feature, iamAuthorizer, reply } from '../index.ts';
import { createTestClient } from './index.ts';

/** A chat room with everything that a client can meet. */
function room() {
  const app = new App('chat');
  const present = new Map<string, string>();
  const gate = app.authorizer({ identity: ['query.token'] }, ({ token }) =>
    token === 'x' ? deny() : allow({ routes: ['$connect'], principalId: token }),
  );
  app.websocket('$connect', { authorizer: gate }, ({ connection, auth, protocols }) => {
    if (auth.principalId === 'full') return reply(503);
    present.set(connection.id, auth.principalId);
    return reply(200, undefined, { 'Sec-WebSocket-Protocol': protocols[0] });
  });
  app.websocket('$disconnect', ({ connection, code, auth }) => {
    present.delete(connection.id);
    left(code, auth?.kind === 'function' && auth.principalId);
  });
  const left = vi.fn();
  app.websocket('say', { message: z.object({ text: z.string() }) }, async ({ body }) => {
    for (const id of present.keys()) await app.connection(id).send(body.text);
  });
  app.websocket('who', { reply: true }, () => [...present.values()]);
  app.websocket('bye', async ({ connection }) => connection.close());
  return { app, present, left, client: createTestClient(app) };
}

test('clients connect, send, receive and leave', async () => {
  const { client, left } = room();
  const ann = await client.websocket.connect({
    query: { token: 'ann' },
    headers: { 'Sec-WebSocket-Protocol': 'chat, other' },
  });
  const bob = await client.websocket.connect({ query: { token: 'bob' } });
  expect([ann.protocol, ann.isOpen]).toEqual(['chat', true]);
  await ann.send({ action: 'say', text: 'hi' });
  await bob.send({ action: 'who' });
  expect([ann.received, bob.received]).toEqual([['hi'], ['hi', ['ann', 'bob']]]);
  await ann.close(1001);
  await ann.close();
  await bob.send({ action: 'bye' });
  expect([ann.isOpen, bob.isOpen]).toEqual([false, false]);
  expect(left.mock.calls).toEqual([
    [1001, 'ann'],
    [1000, 'bob'],
  ]);
  await expect(bob.send('still there?')).rejects.toThrow('The connection is closed');
});

test.each([
  ['without what the authorizer asks for', {}, 401],
  ['that the authorizer denies', { query: { token: 'x' } }, 403],
  ['that the handler refuses', { query: { token: 'full' } }, 503],
])('a client %s is refused', async (_, input, statusCode) => {
  const { client, present } = room();
  await expect(client.websocket.connect(input)).rejects.toMatchObject({
    name: 'ConnectionRefusedError',
    statusCode,
  });
  expect([...present]).toEqual([]);
});

test('a message that does not fit is answered, and one that is for no route too', async () => {
  const { client, app } = room();
  const ann = await client.websocket.connect({ query: { token: 'ann' } });
  await ann.send({ action: 'say' });
  await ann.send('hello');
  expect(ann.received).toMatchObject([
    { Code: 'BadRequestError', issues: [{ path: 'text' }] },
    { message: 'Forbidden', connectionId: ann.id },
  ]);
  app.websocket('$default', { reply: true }, ({ route, body }) => [route, body]);
  await ann.send('$connect');
  await ann.send({ action: '$disconnect' });
  expect(ann.received.slice(2)).toEqual([
    ['$default', '$connect'],
    ['$default', { action: '$disconnect' }],
  ]);
});

test('what a handler throws reaches the test', async () => {
  const app = new App('chat');
  app.websocket('$default', () => {
    throw new RangeError('broken');
  });
  const client = await createTestClient(app).websocket.connect();
  await expect(client.send('hello')).rejects.toThrow('broken');
});

test('any handler reaches a client by its id, of a feature too, and learns where it is gone', async () => {
  const app = new App('chat');
  const news = new Feature('news');
  const tell = news.onSqsMessage('news', { batch: true }, async ({ messages }) => {
    for (const { body } of messages) await news.connection(body).send(new Uint8Array([1]));
  });
  const info = app.route('GET /clients/{id}', (req) => app.connection(req.params.id).info());
  app.mount('/', news);
  const client = createTestClient(app);
  const socket = await client.websocket.connect();
  await client.sqs(tell).send(socket.id);
  expect(socket.received).toEqual([new Uint8Array([1])]);
  expect((await client.http.get(`/clients/${socket.id}`)).json()).toMatchObject({ sourceIp: '127.0.0.1' });
  await socket.close();
  await expect(info.run({ params: { id: 'nobody' } } as never)).rejects.toMatchObject({
    connectionId: 'nobody',
  });
});

test('a client is not there before it was taken', async () => {
  const app = new App('chat');
  app.websocket('$connect', async ({ connection }) => connection.send('welcome'));
  await expect(createTestClient(app).websocket.connect()).rejects.toThrow(ConnectionGoneError);
});

test('a test says whom an authorizer found that runs nowhere', async () => {
  const app = new App('chat');
  const seen = vi.fn();
  app.websocket('$connect', { authorizer: iamAuthorizer() }, ({ auth }) => seen(auth.userArn));
  app.websocket('$default', ({ auth }) => seen(auth?.kind));
  const { websocket } = createTestClient(app);
  await expect(websocket.connect()).rejects.toMatchObject({ statusCode: 401 });
  const userArn = 'arn:aws:iam::1:user/ann';
  const auth = { kind: 'iam', accountId: '1', accessKey: 'AK', userArn, userId: 'ann' } as const;
  await (await websocket.connect({ auth })).send('hello');
  expect(seen.mock.calls).toEqual([[userArn], ['iam']]);
});

test("what runs around a source's handlers runs around each event, once it is known to fit", async () => {
  const { app, client } = room();
  const seen: string[] = [];
  app.middleware('websocket', async ({ route }, next) => {
    seen.push(route);
    return next();
  });
  const ann = await client.websocket.connect({ query: { token: 'ann' } });
  await ann.send({ action: 'say' });
  await ann.send({ action: 'who' });
  await ann.close();
  expect(seen).toEqual(['$connect', 'who', '$disconnect']);
});
