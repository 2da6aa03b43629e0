import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type ClientOptions, createClient } from './create-client.ts';
import type * as shop from './fixtures/shop.ts';

const order = { sku: 'cup', count: 1 };

/** A client, and the requests that it has made, each of which gets the same answer. */
function clientOf(answer: () => Response = () => Response.json({}), options: ClientOptions = {}) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push(new Request(input, init));
    return answer();
  };
  const client = createClient<typeof shop>('https://api.example', { fetch, ...options });
  const sent = () => requests.at(-1) as Request;
  return { client, sent };
}

test('a call is a request of its method and path', async () => {
  const { client, sent } = clientOf();
  await client('GET /orders/{id}', { params: { id: 7 } });
  expect([sent().method, sent().url]).toEqual(['GET', 'https://api.example/orders/7']);
  await client('GET /orders', { query: { kind: 'new', page: 2 } });
  expect(sent().url).toBe('https://api.example/orders?kind=new&page=2');
});

test('a body goes as JSON', async () => {
  const { client, sent } = clientOf();
  await client('POST /orders', { body: order });
  expect(sent().headers.get('content-type')).toBe('application/json');
  expect(await sent().json()).toEqual(order);
});

test('forms, files and bytes go as they are, with the type that they have', async () => {
  const { client, sent } = clientOf();
  const form = new FormData();
  form.set('a', '1');
  for (const [body, type] of [
    [form, /^multipart\/form-data; boundary=/],
    [new URLSearchParams({ a: '1' }), /^application\/x-www-form-urlencoded/],
    [new Blob(['a'], { type: 'image/png' }), /^image\/png$/],
  ] as const) {
    await client('POST /any', { body });
    expect(sent().headers.get('content-type')).toMatch(type);
  }
  await client('POST /any', { body: Uint8Array.of(1, 2) });
  expect(new Uint8Array(await sent().arrayBuffer())).toEqual(Uint8Array.of(1, 2));
});

test('headers of the client stand below those of a call, and what says the type of a body below both', async () => {
  let renewed = 0;
  const headers = async () => ({ authorization: `Bearer ${++renewed}`, 'x-all': 'yes' });
  const { client, sent } = clientOf(undefined, { headers });
  await client('PATCH /any', { headers: { 'X-All': 'no', 'x-none': undefined } });
  await client('PATCH /any', { body: {}, headers: { 'content-type': 'application/merge-patch+json' } });
  expect(Object.fromEntries(sent().headers)).toEqual({
    authorization: 'Bearer 2',
    'content-type': 'application/merge-patch+json',
    'x-all': 'yes',
  });
});

test.each([
  ['JSON', Response.json({ a: 1 }, { status: 201 }), { status: 201, ok: true, body: { a: 1 } }],
  [
    'a failure',
    Response.json({ Code: 'X' }, { status: 404 }),
    { status: 404, ok: false, body: { Code: 'X' } },
  ],
  ['JSON of a type of its own', typed('{"a":1}', 'application/problem+json'), { body: { a: 1 } }],
  ['text', typed('7', 'text/plain;charset=utf-8'), { body: '7' }],
  ['bytes', typed('7', 'application/octet-stream'), { body: Uint8Array.of(0x37) }],
  ['nothing', new Response(null, { status: 204 }), { status: 204, body: undefined }],
  ['nothing that is called JSON', typed('', 'application/json'), { body: undefined }],
  ['text that is called JSON', typed('Hello', 'application/json'), { body: 'Hello' }],
] as const)('%s is read by its type', async (_, response, expected) => {
  const { client } = clientOf(() => response);
  expect(await client('GET /any')).toMatchObject(expected);
});

function typed(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': type } });
}

test('headers of the answer are given as fetch gives them', async () => {
  const { client } = clientOf(() => new Response('', { headers: { 'X-Count': '3' } }));
  expect((await client('GET /any')).headers.get('x-count')).toBe('3');
});

test('a stream is read while it is sent, and one that is left is ended', async () => {
  const left = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/tale' ? 200 : 404, { 'content-type': 'text/plain' }).write('Once');
    if (request.url !== '/tale') response.end();
    response.on('close', left.resolve);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = createClient<typeof shop>(`http://127.0.0.1:${port}`);
  const answer = await client.stream('GET /tale');
  if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
  const reader = answer.body.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('Once');
  await reader.cancel();
  await left.promise;
  expect(await client.stream('GET /page')).toMatchObject({ status: 404, body: 'Once' });
  server.close();
});

test('a call can be ended', async () => {
  const client = createClient<typeof shop>('http://127.0.0.1:9');
  await expect(client('GET /any', { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

test('a call that gets no answer rejects as fetch does', async () => {
  const client = createClient<typeof shop>('http://127.0.0.1:9');
  await expect(client('GET /any')).rejects.toThrow(TypeError);
});
