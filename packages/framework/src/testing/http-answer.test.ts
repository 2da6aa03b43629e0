import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import { reply } from '../http/make-reply.ts';
import { createTestClient, httpEvent } from './index.ts';

describe('an answer of client.http', () => {
  it.each(['1.0', '2.0'] as const)('is what a client would see, payload %s', async (payload) => {
    const app = new App('test');
    app.route('GET /', () =>
      reply(201, 'grüße', { 'X-A': 'b', vary: ['a', 'b'], 'Set-Cookie': ['c=1', 'd=2'] }),
    );
    app.route('GET /bytes', () => Uint8Array.of(0xfe, 0xed));
    const client = createTestClient(app);
    const answer = await client.http.get('/', { payload });
    expect(answer).toMatchObject({
      statusCode: 201,
      headers: { 'x-a': 'b', vary: 'a, b' },
      cookies: ['c=1', 'd=2'],
      body: 'grüße',
    });
    expect([...(await client.http.get('/bytes', { payload })).bytes()]).toEqual([0xfe, 0xed]);
  });

  it.each([
    ['2.0', 'text/plain; charset=utf-8'],
    ['1.0', 'application/json'],
  ] as const)(
    'has the type that a gateway gives where the app says none, payload %s',
    async (payload, type) => {
      const app = new App('test');
      app.route('GET /', () => 'text');
      const { headers } = await createTestClient(app).http.get('/', { payload });
      expect(headers['content-type']).toBe(type);
    },
  );

  it('has no body where HTTP has none', async () => {
    const app = new App('test');
    app.route('HEAD /', () => 'text');
    app.route('GET /', () => reply(304, 'text'));
    const { http } = createTestClient(app);
    expect((await http.request('HEAD', '/')).body).toBe('');
    expect((await http.get('/')).bytes()).toHaveLength(0);
  });

  it('has each method of its own', async () => {
    const app = new App('test');
    app.route('ANY /', (req) => req.method);
    const { http } = createTestClient(app);
    const answers = [http.get('/'), http.post('/'), http.put('/'), http.patch('/'), http.delete('/')];
    const bodies = (await Promise.all(answers)).map(({ body }) => body);
    expect(bodies).toEqual(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
    expect((await http.request('OPTIONS', '/')).body).toBe('OPTIONS');
  });
});

describe('httpEvent', () => {
  it('is that of a gateway that leaves the choice to the function', () => {
    expect(httpEvent('GET', '/a b?x=1', { query: { y: 2 } })).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/a b',
      rawQueryString: 'x=1&y=2',
    });
    expect(httpEvent('GET', '/a', { payload: '1.0' })).toMatchObject({ resource: '/{proxy+}', path: '/a' });
  });

  it('has the route that it is given', () => {
    const route = { method: 'GET', path: '/{id}', params: { id: '7' } };
    expect(httpEvent('GET', '/7', {}, route)).toMatchObject({
      routeKey: 'GET /{id}',
      pathParameters: { id: '7' },
    });
  });

  it('sends a body as it is, or a value as JSON with a type that a test may change', () => {
    expect(httpEvent('POST', '/', { body: 'a' })).toMatchObject({ body: 'a', headers: {} });
    expect(httpEvent('POST', '/', { json: null })).toMatchObject({
      body: 'null',
      headers: { 'content-type': 'application/json' },
    });
    const headers = { 'Content-Type': 'text/plain' };
    expect(httpEvent('POST', '/', { json: { a: 1 }, headers })).toMatchObject({
      body: '{"a":1}',
      headers: { 'content-type': 'text/plain' },
    });
    expect(httpEvent('POST', '/', { headers: { 'x-a': ['1', '2'] } }).headers).toEqual({ 'x-a': '1,2' });
  });
});
