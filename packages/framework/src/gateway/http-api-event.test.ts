import { describe, expect, it } from 'vitest';
import { httpApiEvent } from './http-api-event.ts';
import type { ProxyRequest } from './proxy-request.ts';

const request: ProxyRequest = {
  method: 'POST',
  path: '/users/a%20b',
  queryString: 'a=1&a=2&b=x%20y',
  headers: [
    ['Content-Type', 'application/json'],
    ['X-Twice', '1'],
    ['x-twice', '2'],
    ['Cookie', 'a=1; b=2'],
    ['User-Agent', 'test'],
  ],
  body: Buffer.from('{"n":1}'),
  sourceIp: '10.0.0.1',
};
const route = { method: 'POST', path: '/users/{id}', params: { id: 'a%20b' } };
const call = { requestId: 'r-1', time: new Date('2026-11-21T10:50:00.123Z') };

describe('the event of an HTTP API', () => {
  it('says of a request what payload 2.0 says', () => {
    expect(httpApiEvent(request, route, call)).toEqual({
      version: '2.0',
      routeKey: 'POST /users/{id}',
      rawPath: '/users/a b',
      rawQueryString: 'a=1&a=2&b=x%20y',
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'x-twice': '1,2', 'user-agent': 'test' },
      queryStringParameters: { a: '1,2', b: 'x y' },
      pathParameters: { id: 'a b' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: 'localhost',
        domainPrefix: 'localhost',
        http: {
          method: 'POST',
          path: '/users/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '10.0.0.1',
          userAgent: 'test',
        },
        requestId: 'r-1',
        routeKey: 'POST /users/{id}',
        stage: '$default',
        time: '21/Nov/2026:10:50:00 +0000',
        timeEpoch: 1795258200123,
      },
      body: '{"n":1}',
      isBase64Encoded: false,
    });
  });

  it('leaves out what the request does not have', () => {
    const bare = { ...request, path: '/', queryString: '', headers: [], body: new Uint8Array() };
    const event = httpApiEvent(bare, '$default', call);
    expect(Object.keys(event)).toEqual([
      'version',
      'routeKey',
      'rawPath',
      'rawQueryString',
      'headers',
      'requestContext',
      'isBase64Encoded',
    ]);
    expect(event.routeKey).toBe('$default');
  });

  it('has the name of another stage in front of the path', () => {
    expect(httpApiEvent(request, route, { ...call, stage: 'prod' })).toMatchObject({
      rawPath: '/prod/users/a b',
      requestContext: { stage: 'prod', http: { path: '/prod/users/a b' } },
    });
  });

  it.each([
    ['application/json', 'a', 'a', false],
    ['text/csv; charset=utf-8', 'a', 'a', false],
    ['application/vnd.api+json', 'a', 'a', false],
    ['application/x-www-form-urlencoded', 'a=1', 'YT0x', true],
    ['image/png', 'a', 'YQ==', true],
    ['text/plain', Uint8Array.of(0xfe, 0xed), '/u0=', true],
  ])('has a body of type %s as text or in base64', (type, sent, body, isBase64Encoded) => {
    const event = httpApiEvent(
      { ...request, headers: [['content-type', type]], body: Buffer.from(sent) },
      route,
      call,
    );
    expect(event).toMatchObject({ body, isBase64Encoded });
  });

  it('has a request id of its own and the time of now where nobody says them', () => {
    const [one, two] = [httpApiEvent(request, route), httpApiEvent(request, route)];
    expect(one.requestContext?.requestId).not.toBe(two.requestContext?.requestId);
    expect(one.requestContext?.timeEpoch).toEqual(expect.any(Number));
  });
});
