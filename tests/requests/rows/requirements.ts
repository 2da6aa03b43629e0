import type { Answer, RequestRow } from '../request-row.ts';

const issue = (part: string, path: string, message = 'A text is missing.') => ({ in: part, path, message });
const refused = (Message: string, ...issues: readonly object[]): Answer => ({
  status: 400,
  json: { Code: 'BadRequestError', Message, issues },
});

const schemas = (
  does: string,
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  gives: Answer,
): RequestRow => ({
  does: `schemas: ${does}`,
  asks: `POST /schemas/${target}`,
  headers: [['Content-Type', 'application/json'], ...Object.entries(headers)],
  body,
  gives,
});
const tenant = { 'X-T-Tenant': 'beer' };

const form = (does: string, type: string, body: string | Uint8Array, gives: Answer): RequestRow => ({
  ...{ does: `a form: ${does}`, asks: 'POST /form', headers: [['content-type', type]], body, gives },
});
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=xx';
const part = (disposition: string, content: string, type = '') =>
  `--xx\r\nContent-Disposition: form-data; ${disposition}\r\n${type && `Content-Type: ${type}\r\n`}\r\n${content}\r\n`;
const empty = { fields: {}, tags: [], files: [] };

const size = (does: string, body: string | Uint8Array, gives: Answer): RequestRow => ({
  ...{
    does: `a limit: ${does}`,
    asks: 'POST /small',
    headers: [['content-type', 'text/plain']],
    body,
    gives,
  },
});

const shared = (does: string, target: string, origin: string | undefined, gives: Answer): RequestRow => ({
  does: `a page of another origin: ${does}`,
  asks: `GET /shared/${target}`,
  headers: origin === undefined ? [] : [['Origin', origin]],
  gives,
});
const shop = {
  'access-control-allow-origin': 'https://shop.example',
  'access-control-allow-credentials': 'true',
};

/** What a route asks of its requests before its handler runs, and of the pages that may call it. */
export const REQUIREMENT_ROWS: readonly RequestRow[] = [
  schemas('all parts fit', '7?page=2&more=1', tenant, '{"name":"ann"}', {
    json: {
      params: { id: '7' },
      query: { page: '2' },
      headers: { 'x-t-tenant': 'beer' },
      body: { name: 'ann' },
    },
  }),
  schemas('a parameter is decoded before', 'a%20b?page=x', tenant, '{"name":"ann"}', {
    json: {
      params: { id: 'a b' },
      query: { page: 'x' },
      headers: { 'x-t-tenant': 'beer' },
      body: { name: 'ann' },
    },
  }),
  schemas(
    'the query does not fit',
    '7',
    tenant,
    '{"name":"ann"}',
    refused('The request does not fit.', issue('query', 'page')),
  ),
  schemas('a name of the query that comes twice is a list', '7?page=1&page=2', tenant, '{"name":"ann"}', {
    status: 400,
  }),
  schemas(
    'the headers do not fit',
    '7?page=2',
    {},
    '{"name":"ann"}',
    refused('The request does not fit.', issue('headers', 'x-t-tenant')),
  ),
  schemas(
    'the body does not fit',
    '7?page=2',
    tenant,
    '{}',
    refused('The body does not fit.', issue('body', 'name', 'A name is missing.')),
  ),
  schemas(
    'everything that does not fit is said at once',
    '7',
    {},
    '{}',
    refused(
      'The request does not fit.',
      issue('query', 'page'),
      issue('headers', 'x-t-tenant'),
      issue('body', 'name', 'A name is missing.'),
    ),
  ),
  form('texts', FORM, 'a=1&b=x+y%20z&tag=1&tag=2', {
    json: { fields: { a: '1', b: 'x y z', tag: '2' }, tags: ['1', '2'], files: [] },
  }),
  form('UTF-8', FORM, 'a=gr%C3%BC%C3%9Fe', { json: { ...empty, fields: { a: 'grüße' } } }),
  form('not well encoded', FORM, 'a=100%', { json: { ...empty, fields: { a: '100%' } } }),
  form('nothing in it', FORM, '', { json: empty }),
  form(
    'several parts',
    MULTIPART,
    `${part('name="a"', 'grüße')}${part('name="tag"', '1')}${part('name="tag"', '2')}--xx--\r\n`,
    {
      json: { fields: { a: 'grüße', tag: '2' }, tags: ['1', '2'], files: [] },
    },
  ),
  form(
    'a file',
    MULTIPART,
    Buffer.from(
      `${part('name="f"; filename="a.png"', '\u0000\u00ff\r\n\u0001', 'image/png')}--xx--\r\n`,
      'latin1',
    ),
    { json: { ...empty, files: [{ field: 'f', name: 'a.png', type: 'image/png', hex: '00ff0d0a01' }] } },
  ),
  form('a part that never ends', MULTIPART, part('name="a"', '1'), { status: 400 }),
  form('no boundary', 'multipart/form-data', 'a', { status: 400 }),
  form('JSON', 'application/json', '{"a":1}', { status: 415 }),
  size('just as large', '1234567890', { json: { size: 10 } }),
  size('a byte too large', '12345678901', {
    status: 413,
    json: { Code: 'PayloadTooLarge', Message: 'The body is larger than 10 bytes.' },
  }),
  size('characters are not bytes', 'grüße ✓', { status: 413 }),
  size('nothing', '', { json: { size: 0 } }),
  shared('one that may', 'thing', 'https://shop.example', { headers: { ...shop, vary: 'Origin' } }),
  shared('one that may not', 'thing', 'https://evil.example', {
    headers: { 'access-control-allow-origin': null, vary: 'Origin' },
  }),
  shared('one that looks like it', 'thing', 'https://shop.example.evil.example', {
    headers: { 'access-control-allow-origin': null },
  }),
  shared('no page', 'thing', undefined, { headers: { 'access-control-allow-origin': null }, text: 'thing' }),
  shared('an error', 'missing', 'https://shop.example', { status: 404, headers: shop }),
  {
    does: 'a page of another origin: a route that no page may call',
    asks: 'GET /echo',
    headers: [['Origin', 'https://shop.example']],
    gives: { headers: { 'access-control-allow-origin': null } },
  },
];
