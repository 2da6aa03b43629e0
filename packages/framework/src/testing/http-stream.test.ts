import { expect, test, vi } from 'vitest';
import { App, NotFoundError, reply } from '../index.ts';
import { createTestClient } from './client.ts';
import type { HttpStream } from './http-stream.ts';

const app = new App('demo');
const left = vi.fn();
app.route('GET /count/{to}', { stream: true }, async function* ({ params }) {
  if (params.to === '0') throw new NotFoundError('nothing to count');
  try {
    for (let n = 1; n <= Number(params.to); n++) yield `${n} `;
    if (params.to === '13') throw new RangeError('no further');
  } finally {
    left();
  }
});
app.route('GET /plain', () => ({ plain: true }));
app.route('GET /bytes', { stream: true }, () => reply(200, bytes(), { 'content-type': 'image/png' }));

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(1, 2);
}

const { http } = createTestClient(app);

async function all({ chunks }: HttpStream): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const chunk of chunks) found.push(chunk);
  return found;
}

test('a test sees the chunks as the handler gave them', async () => {
  const answer = await http.stream('GET', '/count/3');
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  expect(await all(answer)).toEqual(['1 ', '2 ', '3 ']);
  expect(await all(await http.stream('GET', '/bytes'))).toEqual([Uint8Array.of(1, 2)]);
});

test('a test that wants no chunks gets all of them', async () => {
  expect((await http.get('/count/3')).body).toBe('1 2 3 ');
  expect((await http.get('/bytes')).bytes()).toEqual(Uint8Array.of(1, 2));
});

test('a test that leaves ends the stream', async () => {
  left.mockClear();
  for await (const chunk of (await http.stream('GET', '/count/1000000')).chunks) {
    expect(chunk).toBe('1 ');
    break;
  }
  expect(left).toHaveBeenCalledOnce();
});

test('an error before the first chunk is an answer, and one after it is thrown', async () => {
  const missing = await http.stream('GET', '/count/0');
  expect(missing.statusCode).toBe(404);
  expect(await all(missing)).toEqual(['{"Code":"NotFoundError","Message":"nothing to count"}']);
  await expect(all(await http.stream('GET', '/count/13'))).rejects.toThrow('no further');
});

test('what is no stream is one chunk', async () => {
  expect(await all(await http.stream('GET', '/plain'))).toEqual(['{"plain":true}']);
  expect((await http.stream('GET', '/nowhere')).statusCode).toBe(404);
});
