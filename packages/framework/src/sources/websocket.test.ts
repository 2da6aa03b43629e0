import { expect, test } from 'vitest';
import { z } from 'zod';
import { App } from '../app.ts';
import { UnauthorizedError } from '../http/errors.ts';
import { reply } from '../http/make-reply.ts';
import { lambdaHandler } from '../lambda.ts';
import { SchemaError } from '../schema.ts';
import { testContext } from '../testing/context.ts';
import { type WebsocketInput, websocketEvent } from '../testing/websocket-event.ts';
import type { ConnectionInfo } from '../websocket/connection.ts';
import { ConnectionGoneError } from '../websocket/connection-gone-error.ts';

/** An app whose messages to clients are written down; `gone` is a client that is not there. */
function appOf() {
  const app = new App('chat');
  const sent: { readonly to: string; readonly data: unknown }[] = [];
  app.state.connections = {
    async send(to, data) {
      if (to === 'gone') throw new ConnectionGoneError(to);
      sent.push({ to, data });
    },
    close: async () => undefined,
    info: async () => ({}) as ConnectionInfo,
  };
  const run = (route: string, input?: WebsocketInput, connectionId?: string) =>
    lambdaHandler(app)(websocketEvent(route, input, connectionId ? { connectionId } : {}), testContext());
  return { app, sent, run };
}

test('one function serves all the routes that it is given, each event by the route that API Gateway chose', async () => {
  const { app, run } = appOf();
  const seen: string[] = [];
  app.websocket('$connect', (event) => void seen.push(`${event.route} ${event.query.room}`));
  app.websocket('$disconnect', (event) => void seen.push(`${event.route} ${event.code} ${event.reason}`));
  app.websocket('$default', (message) => void seen.push(`${message.route} ${message.text()}`));
  app.websocket('send', (message) => void seen.push(`${message.route} ${JSON.stringify(message.body)}`));
  expect(await run('$connect', { query: { room: 'a' } })).toEqual({ statusCode: 200 });
  expect(await run('send', { message: { action: 'send' } })).toEqual({ statusCode: 200 });
  expect(await run('$default', { message: 'hello' })).toEqual({ statusCode: 200 });
  expect(await run('$disconnect', { code: 1001, reason: 'idle' })).toEqual({ statusCode: 200 });
  expect(seen).toEqual(['$connect a', 'send {"action":"send"}', '$default hello', '$disconnect 1001 idle']);
  await expect(run('other')).rejects.toThrow("no WebSocket route 'other'");
});

test('who connects is refused by a reply or by an HTTP error, and any other error is left to API Gateway', async () => {
  const answers: (() => unknown)[] = [
    () => reply(403),
    () => new Response('no', { status: 401 }),
    () => reply(200, undefined, { 'sec-websocket-protocol': 'chat' }),
    () => {
      throw new UnauthorizedError('Who are you?');
    },
    () => {
      throw new Error('broken');
    },
  ];
  const { app, run } = appOf();
  app.websocket('$connect', () => answers.shift()?.() as undefined);
  expect(await run('$connect')).toMatchObject({ statusCode: 403 });
  expect(await run('$connect')).toMatchObject({ statusCode: 401, body: 'no' });
  expect(await run('$connect')).toMatchObject({ headers: { 'sec-websocket-protocol': 'chat' } });
  expect(await run('$connect')).toMatchObject({ statusCode: 401 });
  await expect(run('$connect')).rejects.toThrow('broken');
});

test('what a handler returns goes back to the sender where its route replies, and nowhere else', async () => {
  const { app, run } = appOf();
  const answers: unknown[] = [{ ok: true }, 'text', undefined, new Uint8Array(1)];
  app.websocket('ask', { reply: true }, () => answers.shift());
  app.websocket('tell', () => ({ ok: true }) as never);
  expect(await run('ask')).toEqual({ statusCode: 200, body: '{"ok":true}' });
  expect(await run('ask')).toEqual({ statusCode: 200, body: 'text' });
  expect(await run('ask')).toEqual({ statusCode: 200 });
  await expect(run('ask')).rejects.toThrow('text or JSON');
  expect(await run('tell')).toEqual({ statusCode: 200 });
});

test('a message that does not fit its schema never reaches the handler, and its sender is told why', async () => {
  const { app, run, sent } = appOf();
  const message = z.object({ text: z.string() });
  const seen: string[] = [];
  app.websocket('tell', { message }, ({ body }) => void seen.push(body.text));
  app.websocket('ask', { message, reply: true }, ({ body }) => body.text.length);
  const refusal = (path: string, text: string) => ({
    Code: 'BadRequestError',
    Message: 'The message does not fit.',
    issues: [{ path, message: text }],
  });
  const wrong = refusal('text', 'Invalid input: expected string, received undefined');
  expect(await run('tell', { message: { action: 'tell' } })).toEqual({ statusCode: 400 });
  expect(sent).toEqual([{ to: 'test', data: JSON.stringify(wrong) }]);
  expect(await run('ask', { message: {} })).toEqual({ statusCode: 400, body: JSON.stringify(wrong) });
  const broken = refusal('', 'line 1, column 1: expected a value');
  expect(await run('ask', { message: 'hello' })).toEqual({ statusCode: 400, body: JSON.stringify(broken) });
  expect(await run('tell', { message: {} }, 'gone')).toEqual({ statusCode: 400 });
  expect(seen).toEqual([]);
  expect(await run('ask', { message: { text: 'four' } })).toEqual({ statusCode: 200, body: '4' });
});

test('what a handler throws is told to the sender where it is an HTTP error of a route that answers', async () => {
  const { app, run, sent } = appOf();
  const message = z.object({});
  const thrown: Error[] = [];
  const fail = () => {
    throw thrown[0];
  };
  app.websocket('ask', { reply: true }, fail);
  app.websocket('tell', { message }, fail);
  app.websocket('$default', fail);
  thrown[0] = new UnauthorizedError('Not you');
  const told = '{"Code":"UnauthorizedError","Message":"Not you"}';
  expect(await run('ask', { message: {} })).toEqual({ statusCode: 401, body: told });
  expect(await run('tell', { message: {} })).toEqual({ statusCode: 401 });
  expect(sent).toEqual([{ to: 'test', data: told }]);
  await expect(run('$default')).rejects.toThrow('Not you');
  thrown[0] = new SchemaError([{ path: 'other', message: 'is of no message' }]);
  for (const route of ['ask', 'tell', '$default'])
    await expect(run(route, { message: {} })).rejects.toThrow('is of no message');
});
