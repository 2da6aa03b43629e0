import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { BadRequestError } from './errors.ts';
import { reply } from './make-reply.ts';
import type { RouteOptions } from './options.ts';
import { call, entry, json } from './test-call.ts';

describe('a body with a schema', () => {
  const schema = z.object({ email: z.email(), tags: z.array(z.string()).default([]) });
  const seen = vi.fn((req: { body: unknown }) => ({ got: req.body }));
  const post = (body: unknown, options: RouteOptions = {}) =>
    call([entry('POST /', seen, { body: schema, ...options })], {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  beforeEach(() => {
    seen.mockClear();
  });

  it('is what the schema made of it', async () => {
    expect(json(await post({ email: 'a@example.com', more: 1 }))).toEqual({
      got: { email: 'a@example.com', tags: [] },
    });
  });

  it('is answered with 400 and every issue before the handler runs', async () => {
    const result = await post({ email: 'nonsense', tags: ['a', 1] });
    expect(result.statusCode).toBe(400);
    expect(json(result)).toMatchObject({
      Code: 'BadRequestError',
      Message: 'The body does not fit.',
      issues: [
        { in: 'body', path: 'email' },
        { in: 'body', path: 'tags.1' },
      ],
    });
    expect(seen).not.toHaveBeenCalled();
  });

  it('is answered with 400 and where it stops being JSON', async () => {
    const result = await post('{"email": }');
    expect(result.statusCode).toBe(400);
    expect(json(result)).toMatchObject({
      Message: 'Error Parsing JSON',
      issues: [{ in: 'body', path: '', message: 'line 1, column 11: expected a value' }],
    });
  });

  it('is refused where there is none', async () => {
    expect((await post('')).statusCode).toBe(400);
  });

  it('that does not fit is answered by the route where it wants to, with the body as it came', async () => {
    const onInvalid: RouteOptions['onInvalid'] = (issues, req) =>
      reply(422, { err: issues.map((issue) => issue.path), body: req.body });
    const result = await post({ email: 1 }, { onInvalid });
    expect(result.statusCode).toBe(422);
    expect(json(result)).toEqual({ err: ['email'], body: { email: 1 } });
  });

  it('leaves errors of the handler and of the schema itself alone', async () => {
    const onInvalid = vi.fn();
    seen.mockImplementationOnce(() => {
      throw new BadRequestError('no', { details: { issues: [] } });
    });
    expect(json(await post({ email: 'a@example.com' }, { onInvalid }))).toMatchObject({ Message: 'no' });
    const broken = schema.refine(() => {
      throw new Error('the schema broke');
    });
    expect(await post({ email: 'a@example.com' }, { body: broken, onInvalid })).toMatchObject({
      statusCode: 500,
    });
    expect(onInvalid).not.toHaveBeenCalled();
  });

  it('may be validated asynchronously', async () => {
    const body = schema.refine(async () => false, 'taken');
    expect(json(await post({ email: 'a@example.com' }, { body }))).toMatchObject({
      issues: [{ message: 'taken' }],
    });
  });
});

describe('a route with content types', () => {
  const routes = [entry('POST /', () => 'ok', { contentTypes: ['image/png', 'Application/JSON'] })];
  const post = (type?: string) =>
    call(routes, { headers: type === undefined ? {} : { 'Content-Type': type } });

  it.each([undefined, 'image/png', 'IMAGE/PNG; a=b', 'application/json'])('takes %s', async (type) => {
    expect((await post(type)).body).toBe('ok');
  });

  it('answers others with 415', async () => {
    const result = await post('text/plain; charset=utf-8');
    expect(result.statusCode).toBe(415);
    expect(json(result)).toEqual({
      Code: 'UnsupportedMediaType',
      Message: 'Unsupported media type: text/plain; charset=utf-8',
    });
  });
});

describe('a route with a limit of the body', () => {
  const post = (body: string, isBase64Encoded = false) =>
    call([entry('POST /', (req) => req.bytes().length, { bodyLimit: 4 })], { body, isBase64Encoded });

  it.each(['', 'four', '✓'])('takes %j', async (body) => {
    expect((await post(body)).body).toBe(String(Buffer.byteLength(body)));
  });

  it('answers a larger one with 413', async () => {
    const result = await post('✓✓');
    expect(result.statusCode).toBe(413);
    expect(json(result)).toEqual({ Code: 'PayloadTooLarge', Message: 'The body is larger than 4 bytes.' });
  });

  it('counts the bytes and not the base64 in which they arrive', async () => {
    expect((await post(Buffer.from('four').toString('base64'), true)).body).toBe('4');
    expect((await post(Buffer.from('fives').toString('base64'), true)).statusCode).toBe(413);
  });
});
