import {
  App,
  BadRequestError,
  ConflictError,
  ForbiddenError,
  HttpError,
  NotFoundError,
  type Reply,
  type RouteRequest,
  reply,
  type Schema,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableEntityError,
} from '@tankard/framework';
import { shelves } from './shelves.ts';

/** The app that the table of requests is sent to: it says what it got, or answers and fails in every way. */
export const app = new App('requests');

const echo = (req: RouteRequest) => ({
  ...{ method: req.method, path: req.path, route: req.route, params: req.params, query: req.query },
  all: Object.fromEntries(Object.keys(req.query).map((name) => [name, req.queryAll(name)])),
  // Gateways add headers of their own; these are the ones that no gateway touches.
  headers: Object.fromEntries(Object.entries(req.headers).filter(([name]) => name.startsWith('x-t-'))),
  ...{ type: req.header('Content-Type'), cookies: req.cookies },
  ...{ text: req.text(), hex: Buffer.from(req.bytes()).toString('hex') },
});

export const root = app.route('GET /', echo);
export const any = app.route('ANY /echo', echo);
export const getOnly = app.route('GET /get-only', echo);
export const headOnly = app.route('HEAD /get-only', () =>
  reply(200, 'told by its length', { 'x-kind': 'head' }),
);
export const postOnly = app.route('POST /post-only', echo);
export const options = app.route('OPTIONS /options', () => reply(204, undefined, { allow: 'OPTIONS' }));
export const me = app.route('GET /users/me', echo);
export const user = app.route('GET /users/{id}', echo);
export const anyUser = app.route('ANY /users/{id}', echo);
export const post = app.route('GET /users/{id}/posts/{post}', echo);
export const index = app.route('GET /files/index', echo);
export const file = app.route('GET /files/{path+}', echo);
export const anyFile = app.route('ANY /files/{path+}', echo);
app.mount('/shops/{shop}/shelves', shelves);
export const dotted = app.route('GET /with.dot/and-dash/and_line', echo);

export const body = app.route('POST /body', (req) => ({ body: req.body ?? 'none', kind: typeof req.body }));
export const json = app.route('POST /json', (req) => ({ json: req.json() }));
export const bytes = app.route('POST /bytes', (req) => req.bytes());
export const typed = app.route('POST /typed', { contentTypes: ['text/csv', 'application/json'] }, echo);
export const images = app.route('PUT /images', { contentTypes: ['image/png'] }, echo);

const hasName: Schema<{ name: string }> = {
  '~standard': {
    version: 1,
    vendor: 'requests',
    validate: (value) =>
      typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
        ? { value: { name: value.name } }
        : { issues: [{ message: 'A name is missing.', path: ['name'] }] },
  },
};
export const valid = app.route('POST /valid', { body: hasName }, (req) => ({ hello: req.body.name }));
export const invalid = app.route(
  'POST /invalid',
  { body: hasName, onInvalid: (issues) => reply(422, { wrong: issues.length }) },
  (req) => req.body,
);

/** A schema that asks for texts by their names and leaves the others out. */
const texts = (...names: readonly string[]): Schema<Readonly<Record<string, string>>> => ({
  '~standard': {
    version: 1,
    vendor: 'requests',
    validate: (value) => {
      const given = Object(value) as Readonly<Record<string, unknown>>;
      const wrong = names.filter((name) => typeof given[name] !== 'string');
      if (wrong.length > 0)
        return { issues: wrong.map((name) => ({ message: 'A text is missing.', path: [name] })) };
      return { value: Object.fromEntries(names.map((name) => [name, String(given[name])])) };
    },
  },
});
export const schemas = app.route(
  'POST /schemas/{id}',
  { params: texts('id'), query: texts('page'), headers: texts('x-t-tenant'), body: hasName },
  ({ params, query, headers, body }) => ({ params, query, headers, body }),
);
export const small = app.route('POST /small', { bodyLimit: 10 }, (req) => ({ size: req.bytes().length }));
export const form = app.route('POST /form', async (req) => {
  const { fields, files, all } = await req.form();
  const sent = files.map(({ bytes, ...file }) => ({ ...file, hex: Buffer.from(bytes).toString('hex') }));
  return { fields, tags: all('tag'), files: sent };
});
export const shared = app.route(
  'GET /shared/{what}',
  {
    cors: {
      origins: ['https://shop.example', 'https://pay.example'],
      exposeHeaders: ['X-Total'],
      credentials: true,
    },
  },
  (req) => {
    if (req.params.what === 'missing') throw new NotFoundError('No such thing.');
    return req.params.what;
  },
);

const everyPage = { cors: { origins: ['*'], exposeHeaders: ['X-Total'], maxAge: 600 } };
export const open = app.route('GET /open/{id}', everyPage, (req) => req.params.id);
export const change = app.route('PUT /open/{id}', everyPage, (req) => req.params.id);
export const close = app.route('DELETE /open/{id}', { cors: false }, (req) => req.params.id);

const answers: Readonly<Record<string, () => unknown>> = {
  object: () => ({ a: 1, b: [true, null] }),
  list: () => [1, 2],
  number: () => 42,
  true: () => true,
  null: () => null,
  nothing: () => undefined,
  text: () => 'plain',
  empty: () => '',
  unicode: () => ({ text: 'grüße ✓ 𝄞' }),
  'unicode-text': () => 'grüße ✓ 𝄞',
  escaped: () => ({ text: '"\\\u0000\u2028' }),
  bytes: () => Uint8Array.of(0, 255, 13, 10, 254),
  png: () => reply(200, Uint8Array.of(0x89, 0x50, 0x4e, 0x47), { 'content-type': 'image/png' }),
  created: () => reply(201, { id: 7 }, { location: '/users/7' }),
  redirect: () => reply(302, undefined, { location: 'https://example.com/a?b=c' }),
  'no-content': () => reply(204),
  'not-modified': () => reply(304, undefined, { etag: '"7"' }),
  teapot: () => reply(418, 'short and stout'),
  html: () => reply(200, '<p>grüße</p>', { 'Content-Type': 'text/html; charset=utf-8' }),
  'problem-json': () => reply(200, { a: 1 }, { 'content-type': 'application/problem+json' }),
  cookies: () => reply(200, 'ok', { 'set-cookie': ['a=1; Path=/; HttpOnly', 'b=2; Max-Age=60'] }),
  cookie: () => reply(200, 'ok', { 'Set-Cookie': 'only=1' }),
  session: () => reply(200, 'ok', {}, { cookies: { session: { value: 'a b;c', maxAge: 60 }, gone: '' } }),
  'bad-cookie': () => reply(200, 'ok', {}, { cookies: { 'a b': '1' } }),
  'bad-header': () => reply(200, 'ok', { 'x-a': 'a\u0000b' }),
  lists: () => reply(200, 'ok', { vary: ['accept', 'origin'], 'x-count': 3, 'x-none': undefined }),
  'many-headers': () =>
    reply(200, 'ok', Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`x-h-${n}`, n]))),
  'long-header': () => reply(200, 'ok', { 'x-long': 'y'.repeat(4_000) }),
  big: () => 'x'.repeat(1_000_000),
  response: () => Response.json({ from: 'web' }, { status: 202, headers: { 'x-web': 'yes' } }),
  'response-bytes': () => new Response(Uint8Array.of(1, 0xfe), { headers: { 'content-type': 'image/gif' } }),
  'looks-like-a-result': () => ({ statusCode: 500, body: 'x' }),
};
export const answer = app.route('GET /answers/{kind}', (req) => answers[req.params.kind]?.());
export const headAnswer = app.route('HEAD /answers/{kind}', (req) => answers[req.params.kind]?.());

const fail = (thrown: unknown) => (): never => {
  throw thrown;
};
const failures: Readonly<Record<string, () => unknown>> = {
  'bad-request': fail(new BadRequestError('That makes no sense.')),
  unauthorized: fail(new UnauthorizedError('Who are you?', { headers: { 'www-authenticate': 'Bearer' } })),
  forbidden: fail(new ForbiddenError('Not you.')),
  'not-found': fail(new NotFoundError('No such beer.')),
  conflict: fail(new ConflictError('There is one.')),
  unprocessable: fail(new UnprocessableEntityError('No.', { details: { field: 'name' } })),
  'too-many': fail(new TooManyRequestsError('Slow down.', { headers: { 'retry-after': '5' } })),
  payment: fail(new HttpError(402, 'The invoice is not paid.', { code: 'PaymentRequired' })),
  unavailable: fail(new HttpError(503, 'Later.')),
  silent: fail(new BadRequestError()),
  secret: fail(new Error('password=hunter2')),
  text: fail('password=hunter2'),
  nothing: fail(undefined),
  rejects: () => Promise.reject(new TypeError('password=hunter2')),
  'no-json': () => ({ big: 1n }),
  circle: () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    return circle;
  },
  'split-header': (): Reply => reply(200, 'ok', { 'x-a': 'b\r\nset-cookie: stolen=1' }),
  'no-status': () => reply(1_000),
};
export const failure = app.route('GET /failures/{kind}', (req) => failures[req.params.kind]?.());
