import { App, NotFoundError } from '@tankard/framework';
import { afterEach, expect, test } from 'vitest';
import { type LocalTestApp, startLocal } from './start-local.ts';

let local: LocalTestApp | undefined;
afterEach(() => local?.close());

/** An app that says a word, waits until somebody has read it, and says another. */
function sample() {
  const read = Promise.withResolvers<void>();
  const app = new App('sample');
  const chat = app.route('GET /chat/{room}', { stream: true }, async function* ({ params }) {
    if (params.room === 'none') throw new NotFoundError('no such room');
    yield `in ${params.room}: `;
    await read.promise;
    yield 'hello';
    if (params.room === 'noisy') throw new RangeError('too loud');
  });
  const plain = app.route('GET /plain', () => ({ plain: true }));
  return { app: { app, chat, plain }, read: () => read.resolve() };
}

test.each(['rest', 'function-url'] as const)('%s sends each chunk as it is made', async (api) => {
  const { app, read } = sample();
  local = await startLocal(app, { api });
  const answer = await fetch(`${local.url}/chat/a`);
  const chunks = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(await chunks?.read()).toEqual({ done: false, value: 'in a: ' });
  read();
  expect(await chunks?.read()).toEqual({ done: false, value: 'hello' });
  expect(await chunks?.read()).toMatchObject({ done: true });
  const [run] = local.invocations();
  expect(JSON.parse(run?.outcome?.payload ?? '')).toMatchObject({ statusCode: 200, body: 'in a: hello' });
});

test('its other routes, and errors before the first chunk, are answered as ever; one after it cuts the connection', async () => {
  const { app, read } = sample();
  local = await startLocal(app, { api: 'rest' });
  expect(await (await fetch(`${local.url}/plain`)).json()).toEqual({ plain: true });
  const missing = await fetch(`${local.url}/chat/none`);
  expect([missing.status, await missing.json()]).toMatchObject([404, { Message: 'no such room' }]);
  const broken = await fetch(`${local.url}/chat/noisy`);
  read();
  await expect(broken.text()).rejects.toThrow();
  expect(local.invocations().at(-1)?.outcome).toMatchObject({
    failed: true,
    payload: expect.stringContaining('too loud'),
  });
});

test('an HTTP API sends everything at the end', async () => {
  const { app, read } = sample();
  read();
  local = await startLocal(app);
  const answer = await fetch(`${local.url}/chat/a`);
  expect(answer.headers.get('content-length')).toBe('11');
  expect(await answer.text()).toBe('in a: hello');
});
