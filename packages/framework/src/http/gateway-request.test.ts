import { describe, expect, it } from 'vitest';
import type { RouteEntry } from './handler.ts';
import { call, entry, json, V1 } from './test-call.ts';

describe('a request', () => {
  it('is read from either payload', async () => {
    const read: RouteEntry['handler'] = async (req) => ({
      ...{
        method: req.method,
        path: req.path,
        query: req.query,
        all: req.queryAll('a'),
        none: req.queryAll('z'),
      },
      ...{
        header: req.header('X-Foo'),
        cookies: req.cookies,
        body: req.body,
        json: req.json(),
        text: req.text(),
      },
      ...{ bytes: req.bytes().length, auth: req.auth, request: req.context.functionName },
    });
    const expected = {
      ...{ method: 'POST', path: '/x', query: { a: '2' }, all: ['1', '2'], none: [], header: 'bar' },
      ...{ cookies: { c: 'd' }, body: { n: 1 }, json: { n: 1 }, text: '{"n":1}', bytes: 7 },
      ...{ auth: { kind: 'function', principalId: '', context: { user: 'ann' } }, request: 'test' },
    };
    const both = { body: '{"n":1}', headers: { 'x-foo': 'bar' } };
    const auth = { lambda: { user: 'ann' } };
    const v2 = {
      ...both,
      ...{ routeKey: 'POST /x', rawPath: '/x', rawQueryString: 'a=1&a=2', cookies: ['c=d'] },
      requestContext: { http: { method: 'POST' }, authorizer: auth },
    };
    const v1 = {
      ...both,
      ...{ ...V1, resource: '/x', path: '/x', httpMethod: 'POST' },
      headers: { 'X-Foo': 'bar', Cookie: 'c=d' },
      multiValueQueryStringParameters: { a: ['1', '2'] },
      requestContext: { httpMethod: 'POST', resourcePath: '/x', path: '/prod/x', authorizer: auth },
    };
    expect(json(await call([entry('POST /x', read)], v2))).toEqual(expected);
    expect(json(await call([entry('POST /x', read)], v1))).toEqual(expected);
  });

  it('without a body has none, and says so when it is asked for JSON', async () => {
    const result = await call([
      entry('POST /', (req) => ({ body: req.body === undefined, json: req.json() })),
    ]);
    expect(json(result)).toMatchObject({ Code: 'BadRequestError', Message: 'Error Parsing JSON' });
  });
});
