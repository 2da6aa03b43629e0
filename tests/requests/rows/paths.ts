import type { Echo, RequestRow } from '../request-row.ts';
import { refused } from './unknown.ts';

const user = (does: string, segment: string, id: string): RequestRow => ({
  does: `a parameter: ${does}`,
  asks: `GET /users/${segment}`,
  gives: { echo: { route: 'GET /users/{id}', params: { id }, path: `/users/${id}` } },
});

const file = (does: string, rest: string, echo: Partial<Echo>): RequestRow => ({
  does: `a greedy path: ${does}`,
  asks: `GET /files/${rest}`,
  gives: { echo: { route: 'GET /files/{path+}', ...echo } },
});

const unknown = (does: string, target: string): RequestRow => ({
  does: `no route: ${does}`,
  ...refused(`GET ${target}`, { status: 404 }),
});

/** An HTTP API tells a slash at the end; a REST API and the app itself do not. */
const slash = (does: string, target: string, echo: Partial<Echo>): RequestRow => {
  const row = refused(`GET ${target}`, { status: 404 });
  return { does, ...row, but: { rest: { echo }, default: { echo } } };
};

/** Paths, parameters and how they are percent-encoded. */
export const PATH_ROWS: readonly RequestRow[] = [
  { does: 'the root', asks: 'GET /', gives: { echo: { route: 'GET /', path: '/', params: {} } } },
  {
    does: 'dots, hyphens and lines in a path',
    asks: 'GET /with.dot/and-dash/and_line',
    gives: { echo: { path: '/with.dot/and-dash/and_line' } },
  },
  {
    does: 'text comes before a parameter',
    asks: 'GET /users/me',
    gives: { echo: { route: 'GET /users/me' } },
  },
  {
    does: 'text comes before a greedy path',
    asks: 'GET /files/index',
    gives: { echo: { route: 'GET /files/index' } },
  },
  {
    does: 'two parameters',
    asks: 'GET /users/7/posts/a%20b',
    gives: { echo: { params: { id: '7', post: 'a b' }, path: '/users/7/posts/a b' } },
  },
  user('plain', '7', '7'),
  user('letters in their case', 'Ann', 'Ann'),
  user('a blank', 'a%20b', 'a b'),
  user('a plus stays a plus', 'a+b', 'a+b'),
  user('two bytes of UTF-8', 'gr%C3%BC%C3%9Fe', 'grüße'),
  user('four bytes of UTF-8', '%F0%9D%84%9E', '𝄞'),
  user('small letters of hexadecimal', '%c3%bc', 'ü'),
  user('what may stand as it is', "a-b_c.d~e!f$g'h(i)j*k,l;m=n:o@p", "a-b_c.d~e!f$g'h(i)j*k,l;m=n:o@p"),
  user('an ampersand', 'a%26b', 'a&b'),
  user('a question mark', 'a%3Fb', 'a?b'),
  user('a hash', 'a%23b', 'a#b'),
  user('quotes and brackets', '%22%3Ca%3E%22', '"<a>"'),
  user('braces', '%7Bid%7D', '{id}'),
  user('an encoded letter', '%41nn', 'Ann'),
  user('a percent sign', '100%25', '100%'),
  user('a percent sign that was encoded twice', 'a%2520b', 'a%20b'),
  user('what is not well encoded stays', 'a%zzb', 'a%zzb'),
  user('bytes that are no UTF-8 stay', 'a%ffb', 'a%ffb'),
  user('one that looks like a property', '__proto__', '__proto__'),
  user('long', 'x'.repeat(2_000), 'x'.repeat(2_000)),
  file('one segment', 'a.txt', { params: { path: 'a.txt' } }),
  file('several segments', 'a/b/c.txt', { params: { path: 'a/b/c.txt' }, path: '/files/a/b/c.txt' }),
  file('blanks', 'a%20b/c%20d', { params: { path: 'a b/c d' } }),
  file('an encoded slash', 'a%2Fb', { params: { path: 'a/b' } }),
  file('a query', 'a/b?x=1', { params: { path: 'a/b' }, query: { x: '1' } }),
  file('UTF-8', '%E2%9C%93/%C3%A9', { params: { path: '✓/é' } }),
  file('of many segments', Array.from({ length: 40 }, (_, n) => n).join('/'), {}),
  {
    does: 'a greedy path: ANY takes another method',
    asks: 'PUT /files/a/b',
    gives: { echo: { route: 'ANY /files/{path+}', params: { path: 'a/b' } } },
  },
  unknown('nowhere', '/nowhere'),
  unknown('with a query', '/nowhere?x=1'),
  unknown('in other letters', '/Users/7'),
  unknown('above a parameter', '/users'),
  unknown('below a route', '/users/7/posts'),
  unknown('below a route of text', '/get-only/more'),
  unknown('above a greedy path', '/files'),
  unknown('a name of the language', '/constructor'),
  unknown('encoded', '/no%20where'),
  slash('a slash at the end of a parameter', '/users/7/', { params: { id: '7' } }),
  slash('a slash at the end of text', '/get-only/', { route: 'GET /get-only' }),
];
