import { describe, expect, it } from 'vitest';
import type { ProxyRequest } from './proxy-request.ts';
import { restApiEvent } from './rest-api-event.ts';

const request: ProxyRequest = {
  method: 'POST',
  path: '/users/a%20b',
  queryString: 'a=1&a=2&b=x%20y',
  headers: [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['X-Twice', '1'],
    ['x-twice', '2'],
  ],
  body: Buffer.from('a=1'),
  sourceIp: '10.0.0.1',
};
const route = { method: 'POST', path: '/users/{id}', params: { id: 'a%20b' } };
const call = { requestId: 'r-1', time: new Date('2026-01-02T03:04:05Z') };

describe('the event of a REST API', () => {
  it('says of a request what payload 1.0 says', () => {
    expect(restApiEvent(request, route, call)).toEqual({
      resource: '/users/{id}',
      path: '/users/a%20b',
      httpMethod: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twice': '2' },
      multiValueHeaders: { 'content-type': ['application/x-www-form-urlencoded'], 'x-twice': ['1', '2'] },
      queryStringParameters: { a: '2', b: 'x y' },
      multiValueQueryStringParameters: { a: ['1', '2'], b: ['x y'] },
      pathParameters: { id: 'a%20b' },
      stageVariables: null,
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: 'localhost',
        domainPrefix: 'localhost',
        extendedRequestId: 'r-1',
        httpMethod: 'POST',
        identity: { sourceIp: '10.0.0.1', userAgent: null },
        path: '/users/a%20b',
        protocol: 'HTTP/1.1',
        requestId: 'r-1',
        requestTime: '02/Jan/2026:03:04:05 +0000',
        requestTimeEpoch: 1767323045000,
        resourceId: '/users/{id}',
        resourcePath: '/users/{id}',
        stage: 'local',
      },
      body: 'YT0x',
      isBase64Encoded: true,
    });
  });

  it('says null where the request has nothing', () => {
    const bare = { ...request, queryString: '', headers: [], body: new Uint8Array() };
    expect(restApiEvent(bare, { ...route, params: {} }, call)).toMatchObject({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      body: null,
    });
  });

  it('has every body in base64', () => {
    const event = restApiEvent({ ...request, body: Uint8Array.of(0xfe, 0xed) }, route, call);
    expect(event).toMatchObject({ body: '/u0=', isBase64Encoded: true });
  });
});
