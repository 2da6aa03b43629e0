import type { RequestRow } from '../request-row.ts';

type Pairs = NonNullable<RequestRow['headers']>;

const header = (does: string, headers: Pairs, seen: Readonly<Record<string, string>>): RequestRow => ({
  does: `a header: ${does}`,
  asks: 'GET /echo',
  headers,
  gives: { echo: { headers: seen } },
});

const cookie = (does: string, value: string, cookies: Readonly<Record<string, string>>): RequestRow => ({
  does: `a cookie: ${does}`,
  asks: 'GET /echo',
  headers: [['cookie', value]],
  gives: { echo: { cookies } },
});

export const HEADER_ROWS: readonly RequestRow[] = [
  header('its name in capitals', [['X-T-ONE', '1']], { 'x-t-one': '1' }),
  header('its name in small letters', [['x-t-one', '1']], { 'x-t-one': '1' }),
  header('an empty value', [['X-T-One', '']], { 'x-t-one': '' }),
  header('a value with commas', [['X-T-One', 'a, b,c']], { 'x-t-one': 'a, b,c' }),
  header('blanks around a value go', [['X-T-One', '  a b  ']], { 'x-t-one': 'a b' }),
  header('a value that looks encoded stays as it is', [['X-T-One', 'a%20b']], { 'x-t-one': 'a%20b' }),
  header('quotes and brackets', [['X-T-One', '"a"; <b>=\\c']], { 'x-t-one': '"a"; <b>=\\c' }),
  header('four kilobytes', [['X-T-One', 'v'.repeat(4_096)]], { 'x-t-one': 'v'.repeat(4_096) }),
  header(
    'fifty of them',
    Array.from({ length: 50 }, (_, n) => [`X-T-${n}`, `${n}`] as const),
    Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`x-t-${n}`, `${n}`])),
  ),
  {
    does: 'a header: one name twice',
    asks: 'GET /echo',
    headers: [
      ['X-T-One', 'a'],
      ['x-t-one', 'b'],
    ],
    gives: { echo: { headers: { 'x-t-one': 'a,b' } } },
    but: { rest: { echo: { headers: { 'x-t-one': 'a, b' } } } },
  },
  cookie('one', 'a=1', { a: '1' }),
  cookie('two', 'a=1; b=2', { a: '1', b: '2' }),
  cookie('without blanks between', 'a=1;b=2', { a: '1', b: '2' }),
  cookie('one name twice: the first value', 'a=1; a=2', { a: '1' }),
  cookie('an equals sign in a value', 'a=b=c', { a: 'b=c' }),
  cookie('percent-encoded', 'a=gr%C3%BC%C3%9Fe', { a: 'grüße' }),
  cookie('not well encoded', 'a=100%', { a: '100%' }),
  cookie('an empty value', 'a=; b=1', { a: '', b: '1' }),
  cookie('no name', '=1; b=1', { b: '1' }),
  cookie('no equals sign', 'a; b=1', { b: '1' }),
  cookie('a name of the language', '__proto__=1; toString=2', { ['__proto__']: '1', toString: '2' }),
  cookie('a comma in a value', 'a=1,2; b=3', { a: '1,2', b: '3' }),
  cookie('in quotes', 'a="1 2"', { a: '"1 2"' }),
  { does: 'no cookie', asks: 'GET /echo', gives: { echo: { cookies: {} } } },
];
