import type { Answer, RequestRow } from '../request-row.ts';

const answer = (does: string, kind: string, gives: Answer, but?: RequestRow['but']): RequestRow => ({
  does: `an answer: ${does}`,
  asks: `GET /answers/${kind}`,
  gives,
  ...(but && { but }),
});
const JSON_TYPE = { 'content-type': 'application/json' };
/** What stands where the app says no type: HTTP APIs take text for text, the others everything for JSON. */
const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };

export const ANSWER_ROWS: readonly RequestRow[] = [
  answer('an object', 'object', { headers: JSON_TYPE, text: '{"a":1,"b":[true,null]}' }),
  answer('a list', 'list', { headers: JSON_TYPE, text: '[1,2]' }),
  answer('a number', 'number', { headers: JSON_TYPE, text: '42' }),
  answer('true', 'true', { headers: JSON_TYPE, text: 'true' }),
  answer('null', 'null', { headers: JSON_TYPE, text: 'null' }),
  answer('nothing', 'nothing', { status: 204, text: '' }),
  answer(
    'text',
    'text',
    { headers: PLAIN, text: 'plain' },
    { rest: { headers: JSON_TYPE, text: 'plain' }, 'function-url': { headers: JSON_TYPE, text: 'plain' } },
  ),
  answer('empty text', 'empty', { text: '', length: 0 }),
  answer('UTF-8 in JSON', 'unicode', { json: { text: 'grüße ✓ 𝄞' }, length: 27 }),
  answer('UTF-8 in text', 'unicode-text', { text: 'grüße ✓ 𝄞', length: 16 }),
  answer('characters that JSON escapes', 'escaped', { json: { text: '"\\\u0000\u2028' } }),
  answer('bytes', 'bytes', { headers: { 'content-type': 'application/octet-stream' }, hex: '00ff0d0afe' }),
  answer('bytes of a type', 'png', { headers: { 'content-type': 'image/png' }, hex: '89504e47' }),
  answer('201 with its place', 'created', {
    status: 201,
    headers: { location: '/users/7' },
    json: { id: 7 },
  }),
  answer('302', 'redirect', { status: 302, headers: { location: 'https://example.com/a?b=c' }, text: '' }),
  answer('204', 'no-content', { status: 204, text: '' }),
  answer('304', 'not-modified', { status: 304, headers: { etag: '"7"' }, text: '' }),
  answer('418', 'teapot', { status: 418, text: 'short and stout' }),
  answer('HTML', 'html', { headers: { 'content-type': 'text/html; charset=utf-8' }, text: '<p>grüße</p>' }),
  answer('a type of its own for JSON', 'problem-json', {
    headers: { 'content-type': 'application/problem+json' },
    text: '{"a":1}',
  }),
  answer('two cookies', 'cookies', { cookies: ['a=1; Path=/; HttpOnly', 'b=2; Max-Age=60'] }),
  answer('one cookie', 'cookie', { cookies: ['only=1'] }),
  answer('cookies that are written for the app', 'session', {
    cookies: [
      'session=a%20b%3Bc; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
      'gone=; Path=/; HttpOnly; Secure; SameSite=Lax',
    ],
  }),
  answer('a cookie with a name that is none', 'bad-cookie', { status: 500, cookies: [] }),
  answer('a header that HTTP can not carry', 'bad-header', { status: 500, headers: { 'x-a': null } }),
  answer('no cookie', 'text', { cookies: [] }),
  answer('a header with several values, a number, and none', 'lists', {
    headers: { vary: 'accept, origin', 'x-count': '3', 'x-none': null },
  }),
  answer('many headers', 'many-headers', { headers: { 'x-h-0': '0', 'x-h-49': '49' } }),
  answer('a header of 4 kB', 'long-header', { headers: { 'x-long': 'y'.repeat(4_000) } }),
  answer('one megabyte', 'big', { length: 1_000_000 }),
  answer('a web Response', 'response', { status: 202, headers: { 'x-web': 'yes' }, json: { from: 'web' } }),
  answer('a web Response of bytes', 'response-bytes', {
    headers: { 'content-type': 'image/gif' },
    hex: '01fe',
  }),
  answer("what looks like Lambda's result is an object like any other", 'looks-like-a-result', {
    json: { statusCode: 500, body: 'x' },
  }),
  {
    does: 'HEAD: the headers of a text',
    asks: 'HEAD /answers/created',
    gives: { status: 201, headers: { location: '/users/7' }, text: '' },
  },
  {
    does: 'HEAD: the type of bytes',
    asks: 'HEAD /answers/png',
    gives: { headers: { 'content-type': 'image/png' }, length: 0 },
  },
];
