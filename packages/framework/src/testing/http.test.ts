import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import { iamAuthorizer } from '../auth/iam-authorizer.ts';
import { createTestClient } from './index.ts';

describe('client.http', () => {
  const app = new App('test');
  app.route('GET /users/{id}', (req) => ({ id: req.params.id, q: req.query, all: req.queryAll('a') }));
  app.route('POST /users', (req) => ({ body: req.body, type: req.header('Content-Type') }));
  app.route('GET /files/{path+}', (req) => req.params.path);
  const client = createTestClient(app);

  it.each(['1.0', '2.0'] as const)('reaches a route with payload %s', async (payload) => {
    const answer = await client.http.get('/users/a%20b?a=1', { query: { a: ['2'], b: 'ü' }, payload });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.json()).toEqual({ id: 'a b', q: { a: '2', b: 'ü' }, all: ['1', '2'] });
  });

  it.each(['1.0', '2.0'] as const)('sends JSON with payload %s', async (payload) => {
    const answer = await client.http.post('/users', { json: { name: 'Ann' }, payload });
    expect(answer.json()).toEqual({ body: { name: 'Ann' }, type: 'application/json' });
  });

  it('decodes a greedy parameter and keeps its slashes', async () => {
    expect((await client.http.get('/files/a/b%2Fc')).body).toBe('a/b/c');
  });

  it('answers an unknown path as the gateway would, which tells a slash at the end', async () => {
    expect(await client.http.get('/nope')).toMatchObject({
      statusCode: 404,
      body: '{"message":"Not Found"}',
    });
    expect(await client.http.delete('/users/7')).toMatchObject({ statusCode: 404 });
    expect(await client.http.get('/users/7/')).toMatchObject({ statusCode: 404 });
    expect(await client.http.get('/nope', { payload: '1.0' })).toMatchObject({
      statusCode: 403,
      body: '{"message":"Missing Authentication Token"}',
    });
  });

  it.each(['1.0', '2.0'] as const)(
    'leaves an unknown path to an app that asked for it, payload %s',
    async (payload) => {
      const own = new App('own', { notFound: 'app' });
      own.route('GET /users/{id}', (req) => req.params.id);
      const { http } = createTestClient(own);
      expect((await http.get('/users/a%20b', { payload })).body).toBe('a b');
      expect((await http.get('/nope', { payload })).json()).toEqual({
        Code: 'NotFoundError',
        Message: 'No route for GET /nope',
      });
      expect(await http.put('/users/7', { payload })).toMatchObject({
        statusCode: 405,
        headers: { allow: 'GET' },
      });
    },
  );

  it('leaves every path to an app behind a function URL, which gets it as it was called', async () => {
    const own = new App('own');
    own.route('GET /users/{id}', (req) => [req.params.id, req.raw.rawPath]);
    const { http } = createTestClient(own);
    const payload = 'function-url';
    expect((await http.get('/users/a%20b', { payload })).json()).toEqual(['a b', '/users/a%20b']);
    expect(await http.get('/nope', { payload })).toMatchObject({ statusCode: 404 });
  });

  it('leaves every path to the app where there are more routes than an HTTP API takes', async () => {
    const big = new App('big');
    for (let index = 0; index < 301; index += 1) big.route(`GET /r${index}`, () => index);
    const { http } = createTestClient(big);
    expect((await http.get('/r300')).json()).toBe(300);
    expect((await http.get('/nope')).json()).toMatchObject({ Code: 'NotFoundError' });
  });

  it.each(['1.0', '2.0', 'function-url'] as const)(
    'asks the function what a browser asks before it calls, payload %s',
    async (payload) => {
      const own = new App('own', { cors: true });
      own.route('GET /users/{id}', () => 1);
      own.route('ANY /any', (req) => req.route);
      own.route('PUT /none', { cors: false }, () => 1);
      const { http } = createTestClient(own);
      const headers = { origin: 'https://shop.example', 'access-control-request-method': 'GET' };
      const asked = await http.request('OPTIONS', '/users/7', { payload, headers });
      const methods = asked.headers['access-control-allow-methods'];
      expect([asked.statusCode, methods]).toEqual([204, 'GET,OPTIONS']);
      expect((await http.request('OPTIONS', '/any', { payload, headers })).statusCode).toBe(204);
      expect((await http.request('OPTIONS', '/any', { payload })).body).toContain('ANY /any');
      const unknown = { '1.0': 403, '2.0': 404, 'function-url': 405 }[payload];
      expect(await http.request('OPTIONS', '/none', { payload, headers })).toMatchObject({
        statusCode: unknown,
      });
    },
  );

  it('lets a browser ask without credentials, also of a route that takes every method and wants some', async () => {
    const own = new App('own', { cors: true });
    own.route('ANY /mine', { authorizer: iamAuthorizer() }, () => 1);
    const { http } = createTestClient(own);
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'PUT' };
    expect((await http.request('OPTIONS', '/mine', { headers })).statusCode).toBe(204);
    expect((await http.put('/mine', { headers })).statusCode).toBe(401);
  });
});
