import { describe, expect, it } from 'vitest';
import { reply } from './make-reply.ts';
import { resultOf } from './result.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('what a handler returned', () => {
  it.each([
    [{ a: 1 }, { statusCode: 200, headers: JSON_TYPE, body: '{"a":1}' }],
    [[1], { statusCode: 200, headers: JSON_TYPE, body: '[1]' }],
    [null, { statusCode: 200, headers: JSON_TYPE, body: 'null' }],
    [42, { statusCode: 200, headers: JSON_TYPE, body: '42' }],
    [true, { statusCode: 200, headers: JSON_TYPE, body: 'true' }],
    ['✓', { statusCode: 200, headers: {}, body: '✓' }],
    [undefined, { statusCode: 204, headers: {}, body: '' }],
    [
      { statusCode: 500, body: 'x' },
      { statusCode: 200, headers: JSON_TYPE, body: '{"statusCode":500,"body":"x"}' },
    ],
  ])('%j is answered with %j', (value, result) => {
    expect(resultOf(value, true)).toEqual(result);
    expect(resultOf(value, false)).toEqual(result);
  });

  it.each([Uint8Array.of(0xfe, 0xed), Buffer.from([0xfe, 0xed]), Uint8Array.of(0xfe, 0xed).buffer])(
    'is sent in base64 where it is bytes',
    (bytes) => {
      expect(resultOf(bytes, true)).toEqual({
        statusCode: 200,
        headers: { 'content-type': 'application/octet-stream' },
        body: '/u0=',
        isBase64Encoded: true,
      });
    },
  );

  it('is sent as the part of a buffer that it is', () => {
    const window = new Uint8Array(Uint8Array.of(1, 0xfe, 0xed, 4).buffer, 1, 2);
    expect(resultOf(window, true)).toMatchObject({ body: '/u0=' });
  });

  it.each([() => 1, Symbol('s')])('is refused where it has no JSON: %s', (value) => {
    expect(() => resultOf(value, true)).toThrow("can't be sent");
  });

  it('is refused where its JSON fails', () => {
    expect(() => resultOf({ big: 1n }, true)).toThrow(TypeError);
  });
});

describe('a reply', () => {
  it('says its status and headers, and its body as a result would be', () => {
    expect(resultOf(reply(201, { id: 1 }, { location: '/1' }), true)).toEqual({
      statusCode: 201,
      headers: { ...JSON_TYPE, location: '/1' },
      body: '{"id":1}',
    });
    expect(resultOf(reply(302, undefined, { location: '/1' }), true)).toEqual({
      statusCode: 302,
      headers: { location: '/1' },
      body: '',
    });
  });

  it('keeps a type that it was given, however it is written', () => {
    expect(resultOf(reply(200, { a: 1 }, { 'Content-Type': 'application/hal+json' }), true)).toMatchObject({
      headers: { 'Content-Type': 'application/hal+json' },
    });
  });

  it('leaves out headers without a value and writes numbers as text', () => {
    expect(resultOf(reply(200, '', { a: undefined, 'x-count': 3 }), true)).toMatchObject({
      headers: { 'x-count': '3' },
    });
  });

  it('sends cookies in their own place with payload 2.0', () => {
    const answer = reply(200, '', { 'Set-Cookie': ['a=1', 'b=2'], vary: ['a', 'b'] });
    expect(resultOf(answer, true)).toEqual({
      statusCode: 200,
      headers: { vary: 'a, b' },
      cookies: ['a=1', 'b=2'],
      body: '',
    });
    expect(resultOf(reply(200, '', { 'set-cookie': 'a=1' }), true)).toMatchObject({ cookies: ['a=1'] });
  });

  it('sends lists as lists with payload 1.0', () => {
    expect(resultOf(reply(200, '', { 'Set-Cookie': ['a=1', 'b=2'], vary: ['a'], x: 'y' }), false)).toEqual({
      statusCode: 200,
      headers: { x: 'y' },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'], vary: ['a'] },
      body: '',
    });
  });

  it.each([
    { 'x-bad': 'a\r\nInjected: 1' },
    { 'x-bad': 'a\nb' },
    { 'x\nbad': 'a' },
    { 'set-cookie': ['a=1', 'b\r=2'] },
  ])('is refused with a line break in its headers: %j', (headers) => {
    expect(() => resultOf(reply(200, '', headers), true)).toThrow('holds a line break');
    expect(() => resultOf(reply(200, '', headers), false)).toThrow('holds a line break');
  });

  it.each([{ 'x bad': 'a' }, { '': 'a' }, { 'x-bad': 'a\u0000b' }, { 'x-bad': '✓' }, { größe: 'a' }])(
    'is refused with what HTTP cannot carry in its headers: %j',
    (headers) => {
      expect(() => resultOf(reply(200, '', headers), true)).toThrow('that HTTP cannot carry');
    },
  );

  it('may have tabs and the characters of Latin-1 in its headers', () => {
    expect(resultOf(reply(200, '', { 'x-a': 'größe\tb' }), true)).toMatchObject({
      headers: { 'x-a': 'größe\tb' },
    });
  });

  it.each([0, 99, 100, 101, 199, 600, 200.5, Number.NaN])('is refused with the status %d', (status) => {
    expect(() => resultOf(reply(status), true)).toThrow('a whole number from 200 to 599');
  });
});

describe('a web Response', () => {
  it('is answered as it says, text as text', async () => {
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'x-a': '1' });
    headers.append('set-cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    expect(await resultOf(new Response('<p>grüße</p>', { status: 201, headers }), true)).toEqual({
      statusCode: 201,
      headers: { 'content-type': 'text/html; charset=utf-8', 'x-a': '1' },
      cookies: ['a=1', 'b=2'],
      body: '<p>grüße</p>',
    });
  });

  it.each(['application/json', 'application/problem+json', 'image/svg+xml', 'application/javascript'])(
    'of type %s is text',
    async (type) => {
      const answer = await resultOf(new Response('{}', { headers: { 'content-type': type } }), true);
      expect(answer).toMatchObject({ body: '{}', headers: { 'content-type': type } });
    },
  );

  it('is sent in base64 where its type is no text', async () => {
    const answer = new Response(Uint8Array.of(0xfe, 0xed), { headers: { 'content-type': 'image/png' } });
    expect(await resultOf(answer, false)).toMatchObject({
      headers: { 'content-type': 'image/png' },
      body: '/u0=',
      isBase64Encoded: true,
    });
  });

  it('without a body has an empty one', async () => {
    expect(await resultOf(new Response(null, { status: 204 }), true)).toEqual({
      statusCode: 204,
      headers: {},
      body: '',
    });
  });

  it('of another library is told by its shape', async () => {
    const headers = new Map([['set-cookie', 'a=1']]);
    const other = { status: 200, headers, arrayBuffer: async () => new ArrayBuffer(0) };
    expect(await resultOf(other, true)).toMatchObject({ statusCode: 200, cookies: ['a=1'] });
  });
});
