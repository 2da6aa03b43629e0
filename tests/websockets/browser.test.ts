import { App, allow, deny, reply } from '@tankard/framework';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type LocalTestApp, startLocal } from '../../packages/cli/src/local/in-process/start-local.ts';
import { openPage, startBrowser } from '../console/browser.ts';

const app = new App('chat');
const gate = app.authorizer({ identity: ['query.token'] }, ({ query }) =>
  query.token === 'secret' ? allow({ routes: ['$connect'], principalId: 'anna' }) : deny(),
);
const join = app.websocket('$connect', { authorizer: gate }, () =>
  reply(200, undefined, { 'sec-websocket-protocol': 'chat.v1' }),
);
const say = app.websocket('say', { message: z.object({ text: z.string() }) }, async (message) => {
  await message.connection.send({ heard: message.body.text });
});
const left: (number | undefined)[] = [];
const leave = app.websocket('$disconnect', ({ code }) => void left.push(code));
const page = app.route('GET /', () => reply(200, '<title>Chat</title>', { 'content-type': 'text/html' }));

let local: LocalTestApp;
let browser: Browser;
beforeAll(async () => {
  [local, browser] = await Promise.all([startLocal({ app, gate, join, say, leave, page }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await local?.close();
});

/** What a page's own WebSocket is told, with each message after the answer to the one before, and the code with which it is closed. */
function talk([url, ...messages]: readonly string[]): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    const told: unknown[] = [];
    const socket = new WebSocket(url as string, ['chat.v1', 'chat.v0']);
    const next = () => {
      const message = messages[told.length - 1];
      if (message === undefined) socket.close(4000, 'done');
      else socket.send(message);
    };
    socket.onopen = () => {
      told.push(socket.protocol);
      next();
    };
    socket.onmessage = ({ data }) => {
      told.push(JSON.parse(data));
      next();
    };
    socket.onclose = ({ code }) => resolve([...told, code]);
  });
}

test('a page of the app talks to it by a WebSocket of the browser', async () => {
  const { page: opened, complaints } = await openPage(browser);
  await opened.goto(local.url);
  const url = `${local.websocketUrl}?token=secret`;
  const messages = ['hello', 'x'.repeat(1000)].map((text) => JSON.stringify({ action: 'say', text }));
  expect(await opened.evaluate(talk, [url, ...messages])).toEqual([
    'chat.v1',
    { heard: 'hello' },
    { heard: 'x'.repeat(1000) },
    4000,
  ]);
  await expect.poll(() => left).toEqual([4000]);
  expect(complaints).toEqual([]);
});

test('a page without the token is not let in, and learns no more than that', async () => {
  const { page: opened } = await openPage(browser);
  await opened.goto(local.url);
  expect(await opened.evaluate(talk, [`${local.websocketUrl}?token=no`])).toEqual([1006]);
});
