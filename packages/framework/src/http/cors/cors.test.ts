import { afterEach, describe, expect, it, vi } from 'vitest';
import { App, type AppOptions } from '../../app.ts';
import { createTestClient } from '../../testing/client.ts';
import { NotFoundError } from '../errors.ts';
import { reply } from '../make-reply.ts';
import { CORS_VARIABLE, type ToldCors } from './told.ts';

const shop = { origins: ['https://shop.example', 'https://pay.example'] };
const from = (origin: string) => ({ payload: 'function-url', headers: { origin } }) as const;
const asks = (origin: string, method: string) =>
  ({ payload: 'function-url', headers: { origin, 'access-control-request-method': method } }) as const;

afterEach(() => vi.unstubAllEnvs());

function client(options: AppOptions, declare: (app: App) => void) {
  const app = new App('test', options);
  declare(app);
  return createTestClient(app).http;
}

const told = (said: ToldCors) => vi.stubEnv(CORS_VARIABLE, JSON.stringify(said));

describe('an answer for a page of another origin', () => {
  const http = client({ cors: shop, routes: 'together' }, (app) => {
    app.route('GET /ok', () => ({ fine: true }));
    app.route('GET /own', () =>
      reply(200, {}, { 'access-control-allow-origin': 'https://mine', vary: 'Accept' }),
    );
    app.route('GET /lists', () => reply(200, {}, { vary: ['Accept', 'Cookie'] }));
    app.route('GET /all', () => reply(200, {}, { vary: '*' }));
    app.route('GET /none', { cors: false }, () => 1);
    app.route('GET /missing', () => {
      throw new NotFoundError('gone');
    });
    app.route('GET /broken', () => {
      throw new Error('secret');
    });
    app.route('POST /json', { contentTypes: ['application/json'] }, () => 1);
    app.route('GET /web', () => new Response('web', { headers: { 'access-control-allow-origin': '*' } }));
  });
  const allowed = async (method: string, path: string) => {
    const { statusCode, headers } = await http.request(method, path, from('https://shop.example'));
    return [statusCode, headers['access-control-allow-origin'], headers.vary];
  };

  it.each([
    ['GET', '/ok', 200],
    ['GET', '/missing', 404],
    ['GET', '/broken', 500],
    ['DELETE', '/ok', 405],
    ['GET', '/nowhere', 404],
  ])('says who may read it, whatever comes of %s %s', async (method, path, status) => {
    expect(await allowed(method, path)).toEqual([status, 'https://shop.example', 'Origin']);
  });

  it('says so of a type that is not taken', async () => {
    const headers = { origin: 'https://pay.example', 'content-type': 'text/plain' };
    const answer = await http.post('/json', { body: 'x', headers });
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([
      415,
      'https://pay.example',
    ]);
  });

  it('keeps what the handler says itself, and adds to what it varies by', async () => {
    expect(await allowed('GET', '/own')).toEqual([200, 'https://mine', 'Accept, Origin']);
    expect(await allowed('GET', '/web')).toEqual([200, '*', 'Origin']);
    expect(await allowed('GET', '/all')).toEqual([200, 'https://shop.example', '*']);
    const lists = await http.get('/lists', { ...from('https://shop.example'), payload: '1.0' });
    expect(lists.headers.vary).toContain('Origin');
  });

  it('says nothing to an origin that may not call, and nothing of a route that wants none', async () => {
    const other = await http.get('/ok', from('https://evil.example'));
    expect([other.statusCode, other.headers['access-control-allow-origin'], other.headers.vary]).toEqual([
      200,
      undefined,
      'Origin',
    ]);
    expect(await allowed('GET', '/none')).toEqual([200, undefined, undefined]);
  });
});

describe('what a browser asks before it calls', () => {
  const declare = (app: App) => {
    app.route('GET /a', () => 1);
    app.route('PUT /a', () => 1);
    app.route('DELETE /a', { cors: false }, () => 1);
    app.route('ANY /any/{path+}', () => 'called');
  };
  const http = client({ cors: shop }, declare);
  const answer = async (path: string, method: string, origin = 'https://shop.example') => {
    const { statusCode, headers } = await http.request('OPTIONS', path, asks(origin, method));
    return [statusCode, headers['access-control-allow-methods'], headers['access-control-allow-origin']];
  };

  it('is answered with the methods of the path that pages may call', async () => {
    expect(await answer('/a', 'PUT')).toEqual([204, 'GET,PUT,OPTIONS', 'https://shop.example']);
    expect(await answer('/any/where', 'PATCH')).toEqual([
      204,
      'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS',
      'https://shop.example',
    ]);
  });

  it('is refused for a method that pages may not call, and for a path that is not there', async () => {
    expect(await answer('/a', 'DELETE')).toEqual([405, undefined, 'https://shop.example']);
    expect((await answer('/nowhere', 'GET'))[0]).toBe(404);
  });

  it('tells an origin that may not call nothing', async () => {
    expect(await answer('/a', 'PUT', 'https://evil.example')).toEqual([204, undefined, undefined]);
  });

  it('is only that with an origin and a method: any other OPTIONS is a request', async () => {
    const options = await http.request('OPTIONS', '/any/x', from('https://shop.example'));
    expect([options.statusCode, options.body]).toEqual([200, 'called']);
    expect((await http.request('OPTIONS', '/a', from('https://shop.example'))).statusCode).toBe(405);
  });

  it('is answered with the methods that the app says', async () => {
    const said = client({ cors: { ...shop, methods: ['GET', 'PUT'] } }, declare);
    const { headers } = await said.request('OPTIONS', '/any/x', asks('https://pay.example', 'PUT'));
    expect(headers['access-control-allow-methods']).toBe('GET,PUT');
  });
});

describe('what the command tells a function', () => {
  const declare = (app: App) => {
    app.route('GET /a', () => 1);
    app.route('GET /none', { cors: false }, () => 1);
  };
  const originFor = async (path: string, options: AppOptions = { cors: shop }) => {
    const { headers } = await client(options, declare).get(path, from('https://shop.example'));
    return headers['access-control-allow-origin'];
  };

  it("stands for the code's own, but for routes that want none", async () => {
    told({ cors: { origins: ['*'], headers: [], exposeHeaders: [], credentials: false } });
    expect([await originFor('/a'), await originFor('/none'), await originFor('/a', {})]).toEqual([
      '*',
      undefined,
      '*',
    ]);
    expect(await originFor('/nowhere')).toBe('*');
  });

  it('silences it where the gateway answers', async () => {
    told({ cors: false });
    expect(await originFor('/a')).toBe(undefined);
  });

  it('is which methods other functions have on the same path', async () => {
    told({ methods: { '/a': ['GET', 'DELETE'] } });
    const http = client({ cors: shop }, declare);
    const { statusCode, headers } = await http.request(
      'OPTIONS',
      '/a',
      asks('https://shop.example', 'DELETE'),
    );
    expect([statusCode, headers['access-control-allow-methods']]).toEqual([204, 'GET,DELETE,OPTIONS']);
  });
});
