import type { Answer, RequestRow } from '../request-row.ts';

const JSON_TYPE = 'application/json';
/** Where the body stops being JSON. */
const notJson = (message: string): Answer => ({
  status: 400,
  json: {
    ...{ Code: 'BadRequestError', Message: 'Error Parsing JSON' },
    issues: [{ in: 'body', path: '', message }],
  },
});

const sent = (
  does: string,
  asks: string,
  type: string | undefined,
  body: string | Uint8Array,
  gives: Answer,
): RequestRow => ({ does, asks, headers: type === undefined ? [] : [['content-type', type]], body, gives });

const loose = (does: string, type: string | undefined, body: string, seen: unknown): RequestRow =>
  sent(`a body: ${does}`, 'POST /body', type, body, { json: { body: seen, kind: typeof seen } });

const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export const BODY_ROWS: readonly RequestRow[] = [
  loose('an object', JSON_TYPE, '{"a":[1,null]}', { a: [1, null] }),
  loose('a list', JSON_TYPE, '[1,"2"]', [1, '2']),
  loose('a text as JSON', JSON_TYPE, '"a"', 'a'),
  loose('a number', JSON_TYPE, '42', 42),
  loose('white space around JSON', JSON_TYPE, ' \r\n{"a":1}\t', { a: 1 }),
  loose('escapes', JSON_TYPE, '{"a":"\\u00fc\\ud834\\udd1e\\u0000"}', { a: 'ü𝄞\u0000' }),
  loose('UTF-8', JSON_TYPE, '{"grüße":"✓𝄞"}', { grüße: '✓𝄞' }),
  loose('a property of all objects', JSON_TYPE, '{"constructor":1}', { constructor: 1 }),
  loose('a type with parameters', 'application/json; charset=utf-8', '{"a":1}', { a: 1 }),
  loose('a type in capitals', 'APPLICATION/JSON', '{"a":1}', { a: 1 }),
  loose('a type that ends in +json', 'application/vnd.api+json', '{"a":1}', { a: 1 }),
  loose('JSON without a type', undefined, '{"a":1}', { a: 1 }),
  loose('text without a type', undefined, 'just text', 'just text'),
  loose('text', 'text/plain', 'just text', 'just text'),
  loose('text that looks like JSON', 'text/plain', '{"a":1}', '{"a":1}'),
  loose('text of several lines', 'text/csv', 'a,b\r\n1,2\r\n', 'a,b\r\n1,2\r\n'),
  loose('UTF-8 as text', 'text/plain; charset=utf-8', 'grüße ✓ 𝄞', 'grüße ✓ 𝄞'),
  loose('a form', 'application/x-www-form-urlencoded', 'a=1&b=x%20y', 'a=1&b=x%20y'),
  loose('JSON that curl calls a form', 'application/x-www-form-urlencoded', '{"a":1}', { a: 1 }),
  loose('XML', 'application/xml', '<a>1</a>', '<a>1</a>'),
  loose('an SVG', 'image/svg+xml', '<svg/>', '<svg/>'),
  loose('a type that is none', 'nonsense', 'text', 'text'),
  sent('a body: none', 'POST /body', JSON_TYPE, '', { json: { body: 'none', kind: 'undefined' } }),
  sent('a body: none and no type', 'POST /body', undefined, '', {
    json: { body: 'none', kind: 'undefined' },
  }),
  sent('a body: null', 'POST /json', JSON_TYPE, 'null', { json: { json: null } }),
  sent('JSON of any type', 'POST /json', 'text/plain', '{"a":1}', { json: { json: { a: 1 } } }),
  sent('JSON in one megabyte', 'POST /json', JSON_TYPE, `["${'x'.repeat(1_000_000)}"]`, {
    length: 1_000_013,
  }),
  sent(
    'no JSON where JSON is read',
    'POST /json',
    'text/plain',
    'a=1',
    notJson('line 1, column 1: expected a value'),
  ),
  sent(
    'nothing where JSON is read',
    'POST /json',
    JSON_TYPE,
    '',
    notJson('line 1, column 1: expected a value'),
  ),
  sent('broken JSON', 'POST /body', JSON_TYPE, '{"a":', notJson('line 1, column 6: expected a value')),
  sent(
    'JSON with more behind it',
    'POST /body',
    JSON_TYPE,
    '{}{}',
    notJson('line 1, column 3: expected the end'),
  ),
  sent(
    'JSON in the words of JavaScript',
    'POST /body',
    JSON_TYPE,
    "{a:'1'}",
    notJson("line 1, column 2: expected a name or '}'"),
  ),
  sent(
    'broken JSON of several lines',
    'POST /body',
    JSON_TYPE,
    '{\n  "a": tru\n}',
    notJson('line 2, column 8: expected a value'),
  ),
  sent('bytes of a text', 'POST /bytes', 'text/plain', 'grüße', { hex: hex(Buffer.from('grüße')) }),
  sent('bytes: all of them', 'POST /bytes', 'application/octet-stream', every, { hex: hex(every) }),
  sent('bytes: an image', 'POST /bytes', 'image/png', Uint8Array.of(0x89, 0x50, 0, 0xff), {
    hex: '895000ff',
  }),
  sent('bytes: none', 'POST /bytes', 'image/png', '', { length: 0 }),
  sent('bytes: line ends', 'POST /bytes', 'application/octet-stream', '\r\n\n\r', { hex: '0d0a0a0d' }),
  sent('bytes: 100 kB', 'POST /bytes', 'application/zip', Buffer.alloc(100_000, 7), { length: 100_000 }),
  sent('bytes as the echo reads them', 'POST /post-only', 'image/png', every, { echo: { hex: hex(every) } }),
  sent('a type that a route takes', 'POST /typed', 'text/csv', 'a,b', {
    echo: { text: 'a,b', type: 'text/csv' },
  }),
  sent('a type that a route takes, with parameters', 'POST /typed', 'Text/CSV; header=present', 'a', {
    echo: { text: 'a' },
  }),
  sent('no type counts as JSON', 'POST /typed', undefined, '{}', { echo: { text: '{}' } }),
  sent('no type where JSON is not taken', 'PUT /images', undefined, '{}', {
    status: 415,
    json: { Code: 'UnsupportedMediaType', Message: 'Unsupported media type: application/json' },
  }),
  sent('a type that a route does not take', 'POST /typed', 'text/html', '<p>', {
    status: 415,
    headers: { 'content-type': JSON_TYPE },
    json: { Code: 'UnsupportedMediaType', Message: 'Unsupported media type: text/html' },
  }),
  sent('a type that no route takes comes back as it was sent', 'PUT /images', 'a/<b>"\'', 'x', {
    status: 415,
    json: { Code: 'UnsupportedMediaType', Message: 'Unsupported media type: a/<b>"\'' },
  }),
  sent('a body that fits its schema', 'POST /valid', JSON_TYPE, '{"name":"ann","more":1}', {
    json: { hello: 'ann' },
  }),
  sent('a body that fits its schema and has no type', 'POST /valid', undefined, '{"name":"bob"}', {
    json: { hello: 'bob' },
  }),
  sent('a body that does not fit its schema', 'POST /valid', JSON_TYPE, '{"name":7}', { status: 400 }),
  sent('no body where there is a schema', 'POST /valid', JSON_TYPE, '', { status: 400 }),
  sent('broken JSON where there is a schema', 'POST /valid', JSON_TYPE, '{', { status: 400 }),
  sent('a body that does not fit, and an answer of its own', 'POST /invalid', JSON_TYPE, '[]', {
    status: 422,
    json: { wrong: 1 },
  }),
];
