import { afterEach, expect, test, vi } from 'vitest';
import { buildAll, call, only, textOf } from '../testing/built.ts';
import { makeProject } from '../testing/project.ts';

afterEach(() => void vi.unstubAllGlobals());

const source = `import { App } from '@tankard/framework';
export const app = new App('demo');
export const chat = app.route('GET /chat', { stream: true }, async function* () { yield 'a'; yield 'b'; });
export const plain = app.route('GET /plain', { function: 'other' }, () => 'plain');`;

async function built(api: 'http' | 'rest') {
  const config = await makeProject({ 'src/app.ts': source });
  return buildAll({ ...config, api });
}

const event = { version: '2.0', routeKey: 'GET /chat', rawPath: '/chat' };

test('a function that streams tells the runtime so, where its target takes streams', async () => {
  const streamifyResponse = vi.fn((handler) => handler);
  vi.stubGlobal('awslambda', { streamifyResponse });
  const functions = await built('rest');
  await call(only(functions, 'api'), event).catch(() => undefined);
  expect(streamifyResponse).toHaveBeenCalledOnce();
  await call(only(functions, 'other'), { version: '2.0', routeKey: 'GET /plain' });
  expect(streamifyResponse).toHaveBeenCalledOnce();
});

test('an HTTP API is answered as a whole', async () => {
  expect(await call(only(await built('http'), 'api'), event)).toMatchObject({ body: 'ab' });
});

test('a function of plain routes holds nothing of streams', async () => {
  const functions = await built('rest');
  const mark = 'neither text nor bytes';
  expect(textOf(only(functions, 'api'), 'index.js')).toContain(mark);
  expect(textOf(only(functions, 'other'), 'index.js')).not.toContain(mark);
});
