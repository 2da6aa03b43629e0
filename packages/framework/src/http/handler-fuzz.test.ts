import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testContext } from '../testing/context.ts';
import { httpHandler, type RouteEntry } from './handler.ts';
import { reply } from './make-reply.ts';
import type { ProxyResult } from './result.ts';
import { entry } from './test-call.ts';

const log = { error: () => undefined };

/** Reads all that a request has, and answers with what it was told to. */
function reader(answer: unknown): RouteEntry['handler'] {
  return (req) => {
    void [
      req.headers,
      req.query,
      req.cookies,
      req.body,
      req.text(),
      req.bytes(),
      req.auth,
      req.queryAll('a'),
    ];
    return answer;
  };
}

function routes(answer: unknown): RouteEntry[] {
  const patterns = ['GET /', 'POST /a/{x}', 'ANY /b/{p+}', 'GET /a/b'];
  return patterns.map((each) => entry(each, reader(answer)));
}

function expectWellFormed(result: ProxyResult): void {
  expect(Number.isInteger(result.statusCode)).toBe(true);
  expect(result.statusCode).toBeGreaterThanOrEqual(100);
  expect(result.statusCode).toBeLessThanOrEqual(599);
  expect(typeof result.body).toBe('string');
  const values = [...Object.values(result.headers), ...Object.values(result.multiValueHeaders ?? {}).flat()];
  for (const value of [...values, ...(result.cookies ?? [])]) {
    expect(typeof value).toBe('string');
    expect(value).not.toMatch(/[\r\n]/);
  }
  expect(() => JSON.stringify(result)).not.toThrow();
}

const texts = fc.oneof(
  fc.string(),
  fc.constantFrom('/', '/a/%', '/b/c/d', 'GET /', 'POST /a/{x}', '$default', 'GET'),
);
const anyValue = fc.oneof(texts, fc.anything(), fc.dictionary(fc.string(), fc.oneof(texts, fc.anything())));
const anyEvent = fc.oneof(
  fc.anything(),
  fc.record(
    {
      version: fc.oneof(fc.constantFrom('1.0', '2.0'), fc.anything()),
      ...{
        routeKey: texts,
        rawPath: anyValue,
        rawQueryString: anyValue,
        cookies: anyValue,
        headers: anyValue,
      },
      ...{
        multiValueHeaders: anyValue,
        pathParameters: anyValue,
        body: anyValue,
        isBase64Encoded: fc.boolean(),
      },
      ...{ resource: texts, path: anyValue, httpMethod: texts, queryStringParameters: anyValue },
      requestContext: fc.oneof(
        anyValue,
        fc.record({
          http: fc.record({ method: texts }),
          stage: anyValue,
          elb: anyValue,
          resourcePath: texts,
          httpMethod: texts,
        }),
      ),
    },
    { requiredKeys: [] },
  ),
);

const SECRET = 'hunter2-at-/srv/app.ts:7';

/** Routes that check everything and fail in every way; the log alone may tell why. */
function failing(): RouteEntry[] {
  const schema = z.object({ a: z.string() });
  const options = { body: schema, query: schema, headers: schema, params: schema, bodyLimit: 20 };
  const fail = (): never => {
    throw new Error(SECRET);
  };
  const broken = z.any().transform(fail);
  const entries: readonly [string, RouteEntry['declaration']['options'], RouteEntry['handler']][] = [
    ['GET /', {}, fail],
    ['POST /a/{x}', options, fail],
    ['ANY /b/{p+}', { query: broken }, fail],
    ['GET /a/b', { contentTypes: ['text/plain'] }, async (req) => (await req.form()).fields],
  ];
  return entries.map(([pattern, its, handler]) => entry(pattern, handler, its));
}

describe('the HTTP handler', () => {
  it('tells nobody why a route failed, whatever the event', async () => {
    const handler = httpHandler(failing(), { onError: () => undefined, log });
    await fc.assert(
      fc.asyncProperty(anyEvent, async (event) => {
        const result = (await handler(event, testContext())) as ProxyResult;
        expectWellFormed(result);
        expect(JSON.stringify(result)).not.toMatch(/hunter2|\.ts:\d|node_modules| {4}at /);
      }),
      { numRuns: 500 },
    );
  });

  it('sets cookies of any value without breaking out of them', async () => {
    const cookie = fc.record({
      value: fc.string({ unit: 'grapheme' }),
      path: fc.string(),
      maxAge: fc.integer(),
    });
    await fc.assert(
      fc.asyncProperty(fc.string(), cookie, fc.constantFrom('1.0', '2.0'), async (name, value, version) => {
        const answer = () => reply(200, '', {}, { cookies: { [name]: value } });
        const route = entry('GET /', answer);
        const handler = httpHandler([route], { onError: () => undefined, log });
        const event = { version, routeKey: 'GET /', resource: '/', httpMethod: 'GET' };
        const result = (await handler(event, testContext())) as ProxyResult;
        expectWellFormed(result);
        const [text] = result.cookies ?? result.multiValueHeaders?.['set-cookie'] ?? [];
        if (result.statusCode === 200) expect(text?.split('; ')).toHaveLength(6);
      }),
      { numRuns: 500 },
    );
  });

  it('answers any event at all with a well-formed result', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvent, async (event) => {
        const handler = httpHandler(routes({ ok: true }), { onError: () => undefined, log });
        expectWellFormed((await handler(event, testContext())) as ProxyResult);
      }),
      { numRuns: 500 },
    );
  });

  it('makes a well-formed result of anything that a handler returns', async () => {
    const header = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.integer()));
    const replies = fc.record({ status: fc.anything(), body: fc.anything(), headers: header });
    const answers = fc.oneof(
      fc.anything(),
      replies.map(({ status, body, headers }) => reply(status as number, body, headers)),
    );
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom('1.0', '2.0'), async (answer, version) => {
        const handler = httpHandler(routes(answer), { onError: () => undefined, log });
        const event = { version, routeKey: 'GET /', resource: '/', httpMethod: 'GET' };
        expectWellFormed((await handler(event, testContext())) as ProxyResult);
      }),
      { numRuns: 500 },
    );
  });
});
