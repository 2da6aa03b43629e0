import { describe, expect, it } from 'vitest';
import { reply } from './make-reply.ts';
import { call, entry, json, V1 } from './test-call.ts';

describe('finding a route', () => {
  const routes = [
    entry('GET /users/{id}', (req) => ({ route: req.route, id: req.params.id })),
    entry('ANY /any/{x}', (req) => ({ method: req.method, x: req.params.x })),
    entry('PUT /users/{id}', () => 'put'),
    entry('GET /files/{path+}', (req) => req.params.path),
  ];

  it('takes what the gateway chose for payload 2.0, with decoded parameters as they are', async () => {
    const event = { routeKey: 'GET /users/{id}', pathParameters: { id: '100%25' } };
    expect(json(await call(routes, event))).toEqual({ route: 'GET /users/{id}', id: '100%25' });
  });

  it.each(['resource', 'context'])(
    'takes what a REST API chose, from the %s, and decodes the parameters',
    async (where) => {
      const event = {
        version: undefined,
        routeKey: undefined,
        httpMethod: 'GET',
        requestContext: { httpMethod: 'GET', ...(where === 'context' && { resourcePath: '/users/{id}' }) },
        resource: '/users/{id}',
        pathParameters: { id: 'a%20b' },
      };
      expect(json(await call(routes, event))).toMatchObject({ id: 'a b' });
    },
  );

  it('takes what an HTTP API chose for payload 1.0, whose parameters are decoded', async () => {
    const event = {
      ...V1,
      version: '1.0',
      resource: '/users/{id}',
      requestContext: { httpMethod: 'GET', resourcePath: '/users/{id}' },
      pathParameters: { id: 'a%20b' },
    };
    expect(json(await call(routes, event))).toMatchObject({ id: 'a%20b' });
  });

  it('serves any method of an ANY route', async () => {
    const event = {
      resource: '/any/{x}',
      requestContext: { httpMethod: 'PURGE' },
      pathParameters: { x: '1' },
    };
    expect(json(await call(routes, { ...event, ...V1 }))).toEqual({
      method: 'PURGE',
      x: '1',
    });
  });

  const byPath = (method: string, rawPath: string, context: object = {}) =>
    call(routes, { routeKey: '$default', rawPath, requestContext: { http: { method }, ...context } });

  it('matches the path behind a $default route, which gives it decoded', async () => {
    expect(json(await byPath('GET', '/users/a b'))).toEqual({ route: 'GET /users/{id}', id: 'a b' });
    expect((await byPath('GET', '/files/a/b%2Fc')).body).toBe('a/b%2Fc');
  });

  it('matches the path behind a function URL, which gives it encoded', async () => {
    const context = { domainName: 'abc.lambda-url.eu-west-1.on.aws' };
    expect(json(await byPath('GET', '/users/a%20b', context))).toMatchObject({ id: 'a b' });
  });

  it('leaves the name of the stage out of the path', async () => {
    expect((await byPath('PUT', '/prod/users/7', { stage: 'prod' })).body).toBe('put');
    expect((await byPath('PUT', '/users/7', { stage: 'users' })).statusCode).toBe(404);
    expect((await byPath('PUT', '/users/7', { stage: '$default' })).body).toBe('put');
  });

  it('answers an unknown path with 404 and an unknown method with 405 and what is allowed', async () => {
    expect(json(await byPath('GET', '/nope'))).toEqual({
      Code: 'NotFoundError',
      Message: 'No route for GET /nope',
    });
    expect(await byPath('DELETE', '/users/7')).toMatchObject({
      statusCode: 405,
      headers: { Allow: 'GET, PUT' },
    });
  });

  it('lets the app answer for paths that no route serves', async () => {
    const event = { routeKey: '$default', rawPath: '/nope', requestContext: { http: { method: 'GET' } } };
    const result = await call(routes, event, (_, req) => reply(404, `nothing at ${req.path}${req.route}`));
    expect(result.body).toBe('nothing at /nope');
  });

  it('prefers a route of its own where a REST API passes everything on', async () => {
    const both = [...routes, entry('ANY /{proxy+}', () => 'rest')];
    const proxied = (path: string) => ({
      ...V1,
      resource: '/{proxy+}',
      path,
      requestContext: { httpMethod: 'PUT', resourcePath: '/{proxy+}' },
    });
    expect((await call(both, proxied('/users/7'))).body).toBe('put');
    expect((await call(both, proxied('/else'))).body).toBe('rest');
  });
});
