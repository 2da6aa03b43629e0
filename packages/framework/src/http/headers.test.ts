import { describe, expect, it } from 'vitest';
import { contentTypeOf, cookiesOf, decoded, headersOf } from './headers.ts';

describe('headers', () => {
  it('are read by lower-case names', () => {
    expect({ ...headersOf({ headers: { 'X-Foo': 'a', accept: 'b' } }) }).toEqual({
      'x-foo': 'a',
      accept: 'b',
    });
  });

  it('join several values of one name as HTTP does', () => {
    const event = {
      headers: { Accept: 'b', Cookie: 'y=2' },
      multiValueHeaders: { Accept: ['a', 'b'], Cookie: ['x=1', 'y=2'], Only: ['here'] },
    };
    expect({ ...headersOf(event) }).toEqual({ accept: 'a, b', cookie: 'x=1; y=2', only: 'here' });
  });

  it('have the cookies that payload 2.0 sets apart', () => {
    expect(headersOf({ headers: {}, cookies: ['a=1', 'b=2'] }).cookie).toBe('a=1; b=2');
  });

  it.each([null, undefined])('are empty where the event has %s', (headers) => {
    expect(Object.keys(headersOf({ headers, multiValueHeaders: headers }))).toEqual([]);
  });

  it('take a name of the language itself for a name', () => {
    const headers = JSON.parse('{"__proto__":"a","constructor":"b"}');
    expect(Object.entries(headersOf({ headers }))).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });

  it.each(['content-type', 'Content-Type', 'CONTENT-TYPE'])('find the type written as %s', (name) => {
    expect(contentTypeOf({ headers: { [name]: 'text/plain' } })).toBe('text/plain');
  });
});

describe('cookies', () => {
  it('are read by name, decoded, the first of a name', () => {
    expect({ ...cookiesOf('a=1; b=x%20y ; a=2; c=d=e; =f; g') }).toEqual({ a: '1', b: 'x y', c: 'd=e' });
  });

  it('are none without a header', () => {
    expect(Object.keys(cookiesOf(undefined))).toEqual([]);
  });
});

describe('percent-decoding', () => {
  it.each([
    ['a%20b', 'a b'],
    ['%E2%9C%93', '✓'],
    ['100%', '100%'],
    ['%FF', '%FF'],
    ['a+b', 'a+b'],
  ])('makes of %s %s', (text, plain) => {
    expect(decoded(text)).toBe(plain);
  });
});
