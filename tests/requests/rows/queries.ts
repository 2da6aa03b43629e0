import type { RequestRow } from '../request-row.ts';

type Values = Readonly<Record<string, readonly string[]>>;

/** A query, and every value of every name. */
const query = (does: string, text: string, all: Values): RequestRow => ({
  does: `a query: ${does}`,
  asks: `GET /echo?${text}`,
  gives: {
    echo: {
      query: Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values.at(-1) ?? ''])),
      all,
    },
  },
});

export const QUERY_ROWS: readonly RequestRow[] = [
  { does: 'no query', asks: 'GET /echo', gives: { echo: { query: {}, all: {} } } },
  query('empty', '', {}),
  query('one name', 'a=1', { a: ['1'] }),
  query('two names', 'a=1&b=2', { a: ['1'], b: ['2'] }),
  query('one name twice: the last value, and all of them', 'a=1&a=2', { a: ['1', '2'] }),
  query('one name twice, with another between', 'a=1&b=3&a=2', { a: ['1', '2'], b: ['3'] }),
  query('one name with the same value twice', 'a=1&a=1', { a: ['1', '1'] }),
  query('a value with commas is one value', 'a=1,2&b=3', { a: ['1,2'], b: ['3'] }),
  query('an encoded comma', 'a=1%2C2', { a: ['1,2'] }),
  query('an empty value', 'a=', { a: [''] }),
  query('no value', 'a', { a: [''] }),
  query('no value beside one with a value', 'a&b=1', { a: [''], b: ['1'] }),
  query('an equals sign in a value', 'a=b=c', { a: ['b=c'] }),
  query('a blank as a plus', 'a=b+c', { a: ['b c'] }),
  query('a blank in hexadecimal', 'a=b%20c', { a: ['b c'] }),
  query('a plus', 'a=b%2Bc', { a: ['b+c'] }),
  query('an ampersand', 'a=b%26c%3Dd', { a: ['b&c=d'] }),
  query('UTF-8', 'a=gr%C3%BC%C3%9Fe&b=%F0%9D%84%9E', { a: ['grüße'], b: ['𝄞'] }),
  query('UTF-8 in a name', '%C3%BC=1', { ü: ['1'] }),
  query('brackets in a name', 'a[]=1&a[]=2', { 'a[]': ['1', '2'] }),
  query('encoded brackets in a name', 'f%5Bx%5D=1', { 'f[x]': ['1'] }),
  query('names in their case', 'A=1&a=2', { A: ['1'], a: ['2'] }),
  query('a question mark', 'a=b?c', { a: ['b?c'] }),
  query('a slash and a colon', 'a=http://b/c', { a: ['http://b/c'] }),
  query('a percent sign', 'a=100%25', { a: ['100%'] }),
  query('encoded twice', 'a=b%2520c', { a: ['b%20c'] }),
  query('a semicolon separates nothing', 'a=1;b=2', { a: ['1;b=2'] }),
  query('a name of the language', 'constructor=1&toString=2', { constructor: ['1'], toString: ['2'] }),
  query('a long value', `a=${'x'.repeat(3_000)}`, { a: ['x'.repeat(3_000)] }),
  query(
    'many names',
    Array.from({ length: 100 }, (_, n) => `n${n}=${n}`).join('&'),
    Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`n${n}`, [`${n}`]])),
  ),
];
