import { describe, expect, it } from 'vitest';
import { reply } from './make-reply.ts';
import { call, entry, json, V1 } from './test-call.ts';

const requestContext = {
  elb: {
    targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/0123456789abcdef',
  },
};
const both = {
  ...V1,
  version: undefined,
  requestContext,
  httpMethod: 'POST',
  path: '/shops/caf%C3%A9',
  body: 'a',
};

/** As a target group sends it that has multi-value headers off, and on. */
const single = {
  ...both,
  queryStringParameters: { q: 'a%20b%26c', empty: '' },
  headers: { cookie: 'a=1; b=2', 'content-type': 'text/plain' },
};
const multiple = {
  ...both,
  multiValueQueryStringParameters: { q: ['one', 'a%20b%26c'], empty: [''] },
  multiValueHeaders: { cookie: ['a=1', 'b=2'], 'content-type': ['text/plain'] },
};

const cookies = { cookies: { a: '1', b: '2' } };
const routes = [
  entry('POST /shops/{name}', ({ params, query, cookies, body }) => ({
    params,
    query,
    cookies,
    body,
  })),
  entry('POST /all', (req) => req.queryAll('q')),
  entry('POST /cookies', () => reply(201, Uint8Array.of(1), { 'x-list': ['a', 'b'] }, cookies)),
];

describe('an event of a load balancer', () => {
  it.each([
    ['off', single],
    ['on', multiple],
  ])('is read with multi-value headers %s; path and query arrive encoded', async (_, event) => {
    expect(json(await call(routes, event))).toEqual({
      params: { name: 'café' },
      query: { q: 'a b&c', empty: '' },
      cookies: { a: '1', b: '2' },
      body: 'a',
    });
    const all = json(await call(routes, { ...event, path: '/all' }));
    expect(all).toEqual(event === multiple ? ['one', 'a b&c'] : ['a b&c']);
  });

  it('is answered in plain headers where it has these, with one cookie at most', async () => {
    expect(await call(routes, { ...single, path: '/cookies' })).toEqual({
      statusCode: 201,
      headers: {
        'content-type': 'application/octet-stream',
        'x-list': 'a, b',
        'set-cookie': 'b=2; Path=/; HttpOnly; Secure; SameSite=Lax',
      },
      body: 'AQ==',
      isBase64Encoded: true,
    });
  });

  it('is answered in lists where it has these', async () => {
    expect(await call(routes, { ...multiple, path: '/cookies' })).toEqual({
      statusCode: 201,
      headers: {},
      multiValueHeaders: {
        'content-type': ['application/octet-stream'],
        'x-list': ['a', 'b'],
        'set-cookie': [expect.stringMatching(/^a=1;/), expect.stringMatching(/^b=2;/)],
      },
      body: 'AQ==',
      isBase64Encoded: true,
    });
  });

  it.each([404, 405])('is answered with %d as others are', async (status) => {
    const event = status === 404 ? { path: '/none' } : { httpMethod: 'GET' };
    expect(await call(routes, { ...single, ...event })).toMatchObject({
      statusCode: status,
      isBase64Encoded: false,
      headers: { 'content-type': 'application/json' },
    });
  });
});
