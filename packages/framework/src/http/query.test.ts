import { describe, expect, it } from 'vitest';
import { lastValues, queryOf } from './query.ts';

describe('the query', () => {
  it('is read from the raw text of payload 2.0, because its record joins by commas', () => {
    const event = {
      rawQueryString: 'a=1&a=2%2C3&b=x+y&c',
      queryStringParameters: { a: '1,2,3', b: 'x y', c: '' },
    };
    expect({ ...queryOf(event) }).toEqual({ a: ['1', '2,3'], b: ['x y'], c: [''] });
  });

  it('is read from the lists of payload 1.0', () => {
    const event = { queryStringParameters: { a: '2' }, multiValueQueryStringParameters: { a: ['1', '2'] } };
    expect({ ...queryOf(event) }).toEqual({ a: ['1', '2'] });
  });

  it('is read from the plain record of an event that has nothing else', () => {
    expect({ ...queryOf({ queryStringParameters: { a: '1', b: undefined } }) }).toEqual({ a: ['1'] });
  });

  it.each([
    {},
    { multiValueQueryStringParameters: null, queryStringParameters: null },
    { rawQueryString: '' },
  ])('is empty in %j', (event) => {
    expect(Object.keys(queryOf(event))).toEqual([]);
  });

  it('gives the last value of a name', () => {
    expect({ ...lastValues({ a: ['1', '2'], b: [] }) }).toEqual({ a: '2', b: undefined });
  });

  it('takes a name of the language itself for a name', () => {
    const values = queryOf({ rawQueryString: '__proto__=1&__proto__=2' });
    expect(Object.entries(lastValues(values))).toEqual([['__proto__', '2']]);
  });
});
