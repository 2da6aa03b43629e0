import { describe, expect, it } from 'vitest';
import { bytesOf, jsonOf, looseBody, mediaType, strictBody, textOf } from './body.ts';

describe('a body without a schema', () => {
  it.each([
    ['{"a":1}', 'application/json', { a: 1 }],
    ['{"a":1}', 'Application/JSON; charset=utf-8', { a: 1 }],
    ['[1]', 'application/problem+json', [1]],
    ['{"a":1}', undefined, { a: 1 }],
    ['{"a":1}', 'application/x-www-form-urlencoded', { a: 1 }],
    ['null', 'application/json', null],
    ['a=1&b=2', 'application/x-www-form-urlencoded', 'a=1&b=2'],
    ['hello', undefined, 'hello'],
    ['1', 'text/plain', '1'],
    ['', 'application/json', undefined],
    ['', undefined, undefined],
  ])('%j of type %s is %j', (text, type, body) => {
    expect(looseBody({ body: text, headers: { 'content-type': type } })).toEqual(body);
  });

  it('is refused where its type says JSON and it is none', () => {
    expect(() => looseBody({ body: '{bad', headers: { 'content-type': 'application/json' } })).toThrow(
      expect.objectContaining({ statusCode: 400, message: 'Error Parsing JSON' }),
    );
  });
});

describe('a body for a schema', () => {
  it.each([
    ['{"a":1}', 'application/json', { a: 1 }],
    ['{"a":1}', 'application/x-www-form-urlencoded', { a: 1 }],
    ['{"a":1}', undefined, { a: 1 }],
    ['{"a":1}', 'text/plain', '{"a":1}'],
    ['{"a":1}', 'text/json', { a: 1 }],
    ['', 'text/plain', ''],
    ['', 'application/json', undefined],
    ['', undefined, undefined],
  ])('%j of type %s is %j', (text, type, body) => {
    expect(strictBody(text, type)).toEqual(body);
  });

  it.each([undefined, 'application/json', 'application/x-www-form-urlencoded'])(
    'must be JSON where its type %s is no text',
    (type) => {
      expect(() => strictBody('a=1', type)).toThrow('Error Parsing JSON');
    },
  );
});

describe('the raw body', () => {
  it('is decoded where it came in base64', () => {
    const event = { body: Buffer.from('grüße').toString('base64'), isBase64Encoded: true };
    expect(textOf(event)).toBe('grüße');
    expect([...bytesOf({ body: '/u0=', isBase64Encoded: true })]).toEqual([0xfe, 0xed]);
  });

  it('is empty where there is none', () => {
    expect(textOf({ body: null })).toBe('');
    expect(bytesOf({})).toHaveLength(0);
  });

  it('says as the cause where it stops being JSON', () => {
    const broken = '{"a": [1, 2, x]}';
    expect(() => jsonOf(broken)).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ message: expect.stringContaining('x') }) }),
    );
  });
});

describe('a media type', () => {
  it('is in lower case and without parameters', () => {
    expect(mediaType(' Text/HTML ; charset=x')).toBe('text/html');
    expect(mediaType(undefined)).toBe('');
  });
});
