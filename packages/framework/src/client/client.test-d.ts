import { expectTypeOf, test } from 'vitest';
import { Feature } from '../index.ts';
import type * as shop from './fixtures/shop.ts';
import { app, type Order, users } from './fixtures/shop.ts';
import { type Answer, createClient, type Failure, type Jsonified } from './index.ts';

const client = createClient<typeof shop>('https://api.example');
const body: Order = { sku: 'cup', count: 1 };

test('an answer is told by its status', async () => {
  const answer = await client('POST /orders', { body });
  if (answer.status === 201) expectTypeOf(answer).toEqualTypeOf<Answer<201, Order>>();
  else if (answer.status === 409) expectTypeOf(answer.body).toEqualTypeOf<{ taken: string }>();
  else expectTypeOf(answer.body).toEqualTypeOf<Failure | undefined>();
  // @ts-expect-error a failure has no order
  if (answer.status === 404) answer.body.sku;
  // @ts-expect-error the route does not answer this
  if (answer.status === 200) answer.body;
});

test('and by whether it is well', async () => {
  const answer = await client('POST /orders', { body });
  if (answer.ok) expectTypeOf(answer.status).toEqualTypeOf<201>();
  else expectTypeOf<404 | 409 | 500>().toExtend<typeof answer.status>();
});

test('a route that does not say what it answers answers what its handler returns, as JSON makes it', async () => {
  const answer = await client('GET /orders/{id}', { params: { id: 7 } });
  if (answer.ok) expectTypeOf(answer.body).toEqualTypeOf<{ id: string; at: string }>();
  const either = await client('GET /either');
  if (either.status === 202) expectTypeOf(either.body).toEqualTypeOf<string>();
  if (either.status === 200) expectTypeOf(either.body).toEqualTypeOf<{ all: number }>();
  const removed = await client('DELETE /orders/{id}', { params: { id: '7' } });
  if (removed.ok) expectTypeOf(removed).toEqualTypeOf<Answer<204, undefined>>();
  const bytes = await client('GET /files/{path+}', { params: { path: 'a/b' } });
  if (bytes.ok) expectTypeOf(bytes.body).toEqualTypeOf<Uint8Array>();
  expectTypeOf(await client('GET /page')).toEqualTypeOf<Answer>();
});

test('a stream is read as it comes, and a failure of one as any other', async () => {
  const answer = await client.stream('GET /tale');
  if (answer.ok) expectTypeOf(answer.body).toEqualTypeOf<ReadableStream<Uint8Array>>();
  else expectTypeOf(answer.body).toEqualTypeOf<Failure | undefined>();
  const whole = await client('GET /tale');
  if (whole.ok) expectTypeOf(whole.body).toBeUnknown();
  const removed = await client.stream('DELETE /orders/{id}', { params: { id: 7 } });
  if (removed.ok) expectTypeOf(removed.body).toEqualTypeOf<undefined>();
  // @ts-expect-error the parameter is missing
  await client.stream('GET /files/{path+}');
});

test('the routes of a feature that says where it stands have its prefix', async () => {
  const all = await client('GET /{tenant}/users', { params: { tenant: 'acme' } });
  if (all.ok) expectTypeOf(all.body).toEqualTypeOf<{ name: string }[]>();
  await client('GET /{tenant}/users/{id}', { params: { tenant: 'acme', id: 7 } });
  // @ts-expect-error what stands in the prefix is asked for as well
  await client('GET /{tenant}/users/{id}', { params: { id: 7 } });
  // @ts-expect-error nobody knows where this one stands
  await client('GET /astray');
});

test('such a feature is mounted there and nowhere else', () => {
  app.mount('/{tenant}/users', users);
  users.mount('/admin', new Feature<'/{tenant}/users/admin'>('admin'));
  users.mount('/', new Feature<'/{tenant}/users'>('more'));
  app.mount('/anywhere', new Feature('free'));
  new Feature('free').mount('/anywhere', users);
  // @ts-expect-error it says that it stands elsewhere
  app.mount('/users', users);
  // @ts-expect-error it does not stand within this one
  users.mount('/admin', new Feature<'/admin'>('admin'));
});

test('a route of any method is called by each', async () => {
  const answer = await client('PATCH /any');
  if (answer.ok) expectTypeOf(answer.body).toEqualTypeOf<string>();
  // @ts-expect-error a request has one method
  await client('ANY /any');
});

test('a query takes what its schema takes, and for what that makes of text that too', async () => {
  await client('GET /orders', { query: { kind: 'new', page: 7, since: new Date(), tag: ['a'] } });
  await client('GET /orders', { query: { kind: 'used', page: '7', tag: undefined } });
  await client('GET /either', { query: { all: true, several: [1, 'two'] } });
  // @ts-expect-error a query is asked for
  await client('GET /orders');
  // @ts-expect-error there is no such kind
  await client('GET /orders', { query: { kind: 'old' } });
  // @ts-expect-error a misspelt name
  await client('GET /orders', { query: { kind: 'new', pages: 7 } });
  // @ts-expect-error the page is a number
  await client('GET /orders', { query: { kind: 'new', page: true } });
  // @ts-expect-error tags are a list
  await client('GET /orders', { query: { kind: 'new', tag: 'a' } });
});

test('paths are those of the routes, with their parameters', async () => {
  // @ts-expect-error there is no such path
  await client('GET /order');
  // @ts-expect-error the path has no such method
  await client('PATCH /orders');
  // @ts-expect-error what is no route can't be called
  await client('job');
  // @ts-expect-error the parameter is missing
  await client('GET /orders/{id}');
  // @ts-expect-error it has another name
  await client('GET /orders/{id}', { params: { slug: 7 } });
  // @ts-expect-error it is one value
  await client('GET /orders/{id}', { params: { id: ['7'] } });
});

test('headers and parameters of schemas are asked for', async () => {
  const given = { params: { id: 7 }, headers: { 'if-match': '"1"' }, body: {} };
  const answer = await client('PUT /orders/{id}', { ...given, signal: AbortSignal.timeout(1) });
  if (answer.ok) expectTypeOf(answer.body).toEqualTypeOf<{ sku: string; id: number }>();
  await client('PUT /orders/{id}', { ...given, headers: { 'if-match': '"1"', 'x-more': 1 } });
  // @ts-expect-error the header is missing
  await client('PUT /orders/{id}', { params: { id: 7 }, body: {} });
  // @ts-expect-error a number is what the schema makes
  await client('PUT /orders/{id}', { ...given, params: { id: false } });
});

test('a body is what the schema takes', async () => {
  // @ts-expect-error the body is missing
  await client('POST /orders');
  // @ts-expect-error a part of it is missing
  await client('POST /orders', { body: { sku: 'cup' } });
  // @ts-expect-error there is no such part
  await client('POST /orders', { body: { ...body, price: 1 } });
  // @ts-expect-error a date is text in JSON, and this is none yet
  await client('POST /orders', { body: { ...body, sent: new Date() } });
  // @ts-expect-error a GET has no body
  await client('GET /orders/{id}', { params: { id: 7 }, body });
  await client('POST /any', { body: new FormData() });
});

test('of every library the client sends what a schema takes, and gets what it makes', async () => {
  const answers = [
    await client('POST /ark', { body: { n: '7' } }),
    await client('POST /bot', { body: { n: '7' } }),
  ];
  for (const { ok, body } of answers) if (ok) expectTypeOf(body).toEqualTypeOf<number>();
  // @ts-expect-error a number is what it makes
  await client('POST /ark', { body: { n: 7 } });
  // @ts-expect-error a number is what it makes
  await client('POST /bot', { body: { n: 7 } });
  // @ts-expect-error JSON has neither dates nor big integers, so nothing fits this schema
  await client('POST /dated', { body: { at: new Date(), n: 1n } });
});

test('a client without routes calls nothing', () => {
  // @ts-expect-error the app itself is no module, and knows no route by its type
  createClient<typeof app>('https://api.example')('GET /orders/{id}', { params: { id: 7 } });
  // @ts-expect-error a client is of modules
  createClient<string>('https://api.example');
  // @ts-expect-error there is no such option
  createClient<typeof shop>('https://api.example', { header: {} });
});

test('several modules are one client', async () => {
  const both = createClient<Pick<typeof shop, 'show'> | Pick<typeof shop, 'either'>>('https://api.example');
  await both('GET /orders/{id}', { params: { id: 7 } });
  await both('GET /either');
  // @ts-expect-error neither has this one
  await both('GET /page');
});

test('JSON makes text of dates, null of holes, and leaves functions out', () => {
  class Money {
    amount = 1;
    toJSON() {
      return { amount: this.amount, at: new Date() };
    }
    twice() {
      return 2;
    }
  }
  expectTypeOf<Jsonified<Date>>().toEqualTypeOf<string>();
  expectTypeOf<Jsonified<Money>>().toEqualTypeOf<{ amount: number; at: string }>();
  expectTypeOf<Jsonified<{ a?: Date; b: 'x' | null; c(): void; d: bigint }>>().toEqualTypeOf<{
    a?: string;
    b: 'x' | null;
  }>();
  expectTypeOf<Jsonified<[undefined, Date, () => void]>>().toEqualTypeOf<[null, string, null]>();
  expectTypeOf<Jsonified<readonly Date[]>>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<Jsonified<Map<string, number>>>().toEqualTypeOf<Record<never, never>>();
  expectTypeOf<Jsonified<{ deep: { list: { at: Date }[] } }>>().toEqualTypeOf<{
    deep: { list: { at: string }[] };
  }>();
  expectTypeOf<Jsonified<unknown>>().toBeUnknown();
});
