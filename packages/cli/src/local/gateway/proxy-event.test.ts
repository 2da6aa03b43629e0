import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProxyRequest } from '@tankard/framework/gateway';
import { describe, expect, it } from 'vitest';
import { proxyEvent, proxyRequest } from './proxy-event.ts';

/** What the server makes of one request. */
async function received(path: string, init: RequestInit): Promise<ProxyRequest> {
  const { promise, resolve } = Promise.withResolvers<ProxyRequest>();
  const server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    resolve(proxyRequest(message, Buffer.concat(chunks)));
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}${path}`, init);
  server.close();
  return promise;
}

describe('a request of the local server', () => {
  it('is taken apart without being decoded', async () => {
    const request = await received('/a%20b/c?x=1%202&x=3', {
      method: 'PUT',
      body: 'grüße',
      headers: { 'X-Foo': 'bar' },
    });
    expect(request).toMatchObject({
      method: 'PUT',
      path: '/a%20b/c',
      queryString: 'x=1%202&x=3',
      sourceIp: '127.0.0.1',
    });
    expect(Buffer.from(request.body).toString()).toBe('grüße');
    expect(request.headers).toContainEqual(['X-Foo', 'bar']);
  });

  it('has an empty query where it has none', async () => {
    expect(await received('/', {})).toMatchObject({ path: '/', queryString: '' });
  });
});

describe('the event of the local gateway', () => {
  const request: ProxyRequest = {
    method: 'GET',
    path: '/users/7',
    queryString: '',
    headers: [],
    body: new Uint8Array(),
    sourceIp: '127.0.0.1',
  };
  const route = { method: 'GET', path: '/users/{id}', params: { id: '7' } };

  it('is that of the kind of API', () => {
    expect(proxyEvent('http', request, route)).toMatchObject({ version: '2.0', routeKey: 'GET /users/{id}' });
    expect(proxyEvent('rest', request, route)).toMatchObject({ resource: '/users/{id}', httpMethod: 'GET' });
    expect(proxyEvent('function-url', request, '$default')).toMatchObject({
      rawPath: '/users/7',
      requestContext: { domainName: expect.stringContaining('.lambda-url.') },
    });
  });

  it('leaves a path to the app as each kind of API does', () => {
    expect(proxyEvent('http', request, '$default')).toMatchObject({ routeKey: '$default' });
    expect(proxyEvent('rest', request, '$default')).toMatchObject({
      resource: '/{proxy+}',
      pathParameters: { proxy: 'users/7' },
    });
  });
});
