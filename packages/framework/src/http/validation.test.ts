import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Schema } from '../schema.ts';
import { reply } from './make-reply.ts';
import type { RouteOptions } from './options.ts';
import { call, entry, json } from './test-call.ts';

const get = (options: RouteOptions, event: object, handler = (req: object): unknown => req) =>
  call([entry('GET /{id}', handler, options)], { routeKey: 'GET /{id}', ...event });

const Page = z.object({
  page: z.coerce.number().int().positive(),
  tag: z.array(z.string().min(2)).optional(),
});

describe('a query with a schema', () => {
  const query = async (rawQueryString: string, schema: Schema = Page) => {
    const result = await get({ query: schema }, { rawQueryString }, (req) => ({
      ...(req as { query: object }).query,
    }));
    return json(result);
  };

  it('is what the schema made of it', async () => {
    expect(await query('page=2&tag=ab&tag=cd&more=1')).toEqual({ page: 2, tag: ['ab', 'cd'] });
  });

  it('takes a single value where the schema wants a list', async () => {
    expect(await query('page=2&tag=ab')).toEqual({ page: 2, tag: ['ab'] });
  });

  it.each<[string, Schema]>([
    ['arktype', type({ page: 'string.numeric.parse', 'tag?': 'string[]' })],
    [
      'valibot',
      v.object({ page: v.pipe(v.string(), v.transform(Number)), tag: v.optional(v.array(v.string())) }),
    ],
  ])('is validated by %s as well', async (_, schema) => {
    expect(await query('page=2&tag=ab', schema)).toEqual({ page: 2, tag: ['ab'] });
    expect(await query('tag=ab', schema)).toMatchObject({ issues: [{ in: 'query', path: 'page' }] });
  });

  it('is refused with every issue, each told of what was sent', async () => {
    expect(await query('page=x&tag=a')).toMatchObject({
      Code: 'BadRequestError',
      Message: 'The request does not fit.',
      issues: [
        { in: 'query', path: 'page', message: expect.stringContaining('NaN') },
        { in: 'query', path: 'tag.0' },
      ],
    });
  });

  it('is refused where a name comes twice that may come once', async () => {
    expect(await query('page=1&page=2')).toMatchObject({ issues: [{ in: 'query', path: 'page' }] });
  });

  it('may have any names at all', async () => {
    const any = z.record(z.string(), z.string());
    expect(await query('__proto__=1&constructor=2', any)).toMatchObject({ constructor: '2' });
  });

  it('leaves the single values as they came at hand', async () => {
    const result = await get({ query: Page }, { rawQueryString: 'page=2' }, (req) =>
      (req as { queryAll(name: string): unknown }).queryAll('page'),
    );
    expect(json(result)).toEqual(['2']);
  });
});

describe('headers and parameters with schemas', () => {
  const options = {
    headers: z.object({ 'x-count': z.coerce.number() }),
    params: z.object({ id: z.coerce.number().int() }),
  };
  const read = (req: object) => {
    const { headers, params, header, cookies } = req as Parameters<Parameters<typeof entry>[1]>[0];
    return { headers, params, raw: header.call(req, 'X-Count'), cookies };
  };

  it('are what these made of them, and the headers as they came stay at hand', async () => {
    const event = {
      headers: { 'X-Count': '3', accept: '*/*' },
      cookies: ['a=b'],
      pathParameters: { id: '7' },
    };
    expect(json(await get(options, event, read))).toEqual({
      headers: { 'x-count': 3 },
      params: { id: 7 },
      raw: '3',
      cookies: { a: 'b' },
    });
  });

  it('are refused together with all else that does not fit, in one answer', async () => {
    const all = { ...options, query: Page, body: z.object({ a: z.string() }) };
    const result = await get(all, { pathParameters: { id: 'x' }, body: '{"a":1}' });
    expect(result.statusCode).toBe(400);
    expect(json(result)).toMatchObject({
      issues: [
        { in: 'params', path: 'id' },
        { in: 'query', path: 'page' },
        { in: 'headers', path: 'x-count' },
        { in: 'body', path: 'a' },
      ],
    });
  });

  it('are refused beside a body that is no JSON', async () => {
    const result = await get({ ...options, body: z.any() }, { pathParameters: { id: '1' }, body: '{' });
    expect(json(result)).toMatchObject({
      issues: [{ in: 'headers' }, { in: 'body', message: "line 1, column 2: expected a name or '}'" }],
    });
  });
});

describe('schemas', () => {
  it('may be asynchronous, and nothing is put in place before all of them are done', async () => {
    const seen: unknown[] = [];
    const slow = z.object({}).transform(async () => 'made');
    const options: RouteOptions = {
      query: slow,
      body: z.object({}).refine(async () => false, 'taken'),
      onInvalid: (issues, req) => {
        seen.push(req.query);
        return reply(422, issues);
      },
    };
    const result = await get(options, { rawQueryString: 'a=1', body: '{}' });
    expect(result.statusCode).toBe(422);
    expect(json(result)).toEqual([{ in: 'body', path: '', message: 'taken' }]);
    expect(seen).toEqual([{ a: '1' }]);
  });

  it('that break fail the request and tell nothing', async () => {
    const onInvalid = vi.fn();
    const query = z.object({}).transform(() => {
      throw new Error('secret');
    });
    const result = await get({ query, onInvalid }, {});
    expect(result).toMatchObject({ statusCode: 500, body: expect.not.stringContaining('secret') });
    expect(onInvalid).not.toHaveBeenCalled();
  });
});
