import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../testing/temp-project.ts';
import { type LocalProcess, runLocal } from '../testing/local-process.ts';
import { type Exchange, rawExchange } from '../testing/raw-exchange.ts';

/** Says back what it is told, in the body and in headers, and knows a secret. */
const APP = `import { App, reply } from '@tankard/framework';

export const app = new App('bytes');

export const alive = app.route('GET /alive', () => 'yes');
export const only = app.route('POST /only', (req) => req.json());
export const echo = app.route('ANY /echo/{path+}', (req) =>
  reply(200, req.text(), { 'x-path': req.params.path, 'x-query': req.query.a, 'x-type': req.header('content-type') }));
export const status = app.route('GET /status/{code}', (req) => reply(Number(req.params.code)));
export const fails = app.route('ANY /fails', () => { throw new Error('password=hunter2'); });
`;

let project: string;
let local: LocalProcess;
beforeAll(async () => {
  project = await projectFolder({ 'src/app.ts': APP });
  local = await runLocal(project);
});
afterAll(async () => {
  await local?.end('SIGINT');
  await rm(project, { recursive: true, force: true });
});

const HOST = 'Host: localhost\r\n';
const get = (target: string, headers = '') => `GET ${target} HTTP/1.1\r\n${HOST}${headers}\r\n`;
const post = (headers: string, body = '') => `POST /echo/a HTTP/1.1\r\n${HOST}${headers}\r\n${body}`;
const CHUNKED = 'Transfer-Encoding: chunked\r\n';

/** Whatever was sent: no crash, no header of a client's making, nothing of what only the app knows. */
function expectHarmless({ text, closed }: Exchange): void {
  expect(closed).toBe(true);
  expect(text).not.toMatch(/\r\nx-injected:/i);
  expect(text).not.toMatch(/hunter2|\n\s+at |node:internal/);
  expect(text).not.toContain(project);
}

async function expectAlive(): Promise<void> {
  expect(await (await fetch(`${local.url}/alive`)).text()).toBe('yes');
}

describe('a request by hand', () => {
  test.each<readonly [does: string, pieces: readonly string[], statuses: readonly number[]]>([
    ['as it should be', [get('/alive')], [200]],
    ['of HTTP/1.0', ['GET /alive HTTP/1.0\r\n\r\n'], [200]],
    ['byte by byte', [...get('/alive')], [200]],
    ['three at once', [get('/alive') + get('/nowhere') + get('/alive')], [200, 404, 200]],
    ['with the whole address', [get('http://localhost/alive')], [200]],
    ['for everything', [`OPTIONS * HTTP/1.1\r\n${HOST}\r\n`], [404]],
    ['to upgrade', [get('/alive', 'Connection: Upgrade\r\nUpgrade: websocket\r\n')], [200]],
    ['in chunks', [post(CHUNKED, '3\r\nabc\r\n0\r\n\r\n')], [200]],
    ['that waits to be asked', [post('Expect: 100-continue\r\nContent-Length: 1\r\n'), 'x'], [200]],
    ['that expects something else', [post('Expect: tea\r\nContent-Length: 0\r\n')], [417]],
    ['without a host', ['GET /alive HTTP/1.1\r\n\r\n'], [400]],
    ['of HTTP/0.9', ['GET /alive\r\n\r\n'], [200]],
    ['of HTTP/2', ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], [400]],
    ['of TLS', ['\u0016\u0003\u0001\u0000'], [400]],
    ['with a method that is none', [`BREW /alive HTTP/1.1\r\n${HOST}\r\n`], [400]],
    ['with a method in small letters', [`get /alive HTTP/1.1\r\n${HOST}\r\n`], [400]],
    ['with line feeds alone', ['GET /alive HTTP/1.1\nHost: localhost\n\n'], [400]],
    ['with a header that is none', [get('/alive', 'nonsense\r\n')], [400]],
    ['with a blank in the name of a header', [get('/alive', 'x y: z\r\n')], [400]],
    ['with a header over several lines', [get('/alive', 'x: y\r\n z\r\n')], [400]],
    ['with 20 kB of a header', [get('/alive', `x: ${'y'.repeat(20_000)}\r\n`)], [431]],
    ['with 3,000 headers', [get('/alive', 'x: y\r\n'.repeat(3_000))], [431]],
    ['with a negative length', [post('Content-Length: -1\r\n')], [400]],
    ['with two lengths', [post('Content-Length: 1\r\nContent-Length: 2\r\n', 'ab')], [400]],
    ['with a length and chunks', [post(`Content-Length: 3\r\n${CHUNKED}`, '0\r\n\r\n')], [400]],
    ['with a chunk of no size', [post(CHUNKED, 'ZZ\r\nabc\r\n')], [400]],
    ['with an encoding that nobody asked for', [post('Transfer-Encoding: gzip\r\n', 'abc')], [400]],
    ['with more than it says', [`${post('Content-Length: 1\r\n', 'a')}bc\r\n\r\n`], [400]],
    ['with a broken one behind it', [`${get('/alive')}BAD\r\n\r\n`], [400]],
    ['with a path of 6,000 parts', [get(`/echo${'/a'.repeat(6_000)}`)], [200]],
    ['with a path that is not well encoded', [get('/echo/%zz%')], [200]],
    ['with a line break for a header', [get('/echo/a%0d%0ax-injected:1')], [500]],
    ['with a line break for a header, by its query', [get('/echo/a?a=b%0d%0ax-injected:1')], [500]],
    ['with a zero byte for a header', [get('/echo/a%00b')], [500]],
    ['with what no header can hold', [get('/echo/%E2%9C%93')], [500]],
    [
      'with names of the language',
      [get('/alive?__proto__=1', '__proto__: x\r\nCookie: __proto__=1\r\n')],
      [200],
    ],
    ['for a status in between', [get('/status/101')], [500]],
    ['for what fails', [get('/fails')], [500]],
    ['with a method that the path does not have', [get('/only')], [404]],
    ['with JSON that is none', [post('Content-Length: 1\r\n', '{').replace('/echo/a', '/only')], [400]],
  ])('%s', async (_, pieces, statuses) => {
    const exchange = await rawExchange(local.url, pieces, { answers: statuses.length });
    expect(exchange.statuses).toEqual(statuses);
    expectHarmless(exchange);
  });

  test('that is larger than a gateway takes is refused', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    const head = post(`Content-Length: ${body.length}\r\n`);
    expect(await rawExchange(local.url, [head, body], { answers: 1 })).toMatchObject({ statuses: [413] });
  });

  test('that ends before its body does is over, and nobody waits', async () => {
    for (const cut of [post('Content-Length: 10\r\n', 'abc'), post(CHUNKED, '5\r\nab'), 'GET /al']) {
      expectHarmless(await rawExchange(local.url, [cut], { milliseconds: 50 }));
    }
    await expectAlive();
  });

  test('that never ends keeps nobody else waiting', async () => {
    const slow = Array.from({ length: 20 }, () =>
      rawExchange(local.url, [post('Content-Length: 10\r\n', 'abc')], { milliseconds: 500 }),
    );
    await expectAlive();
    for (const exchange of await Promise.all(slow)) expectHarmless(exchange);
  });
});

/** What requests are made of, whole and broken. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...['GET ', 'POST ', ' ', '/', '/echo/a', '/fails', '/alive?a=b', ' HTTP/1.1', ' HTTP/9.9'],
  ),
  fc.constantFrom(
    ...['\r\n', '\r\n\r\n', '\n', '\0', ':', HOST, CHUNKED, '0\r\n\r\n', 'ff\r\n', '%0d%0ax-injected:1'],
  ),
  fc.constantFrom(
    ...['Content-Length: 3\r\n', 'Content-Length: 99999999999999999999\r\n', 'Connection: close\r\n'],
  ),
  fc.constantFrom(...['Content-Type: application/json\r\n', 'Cookie: a=%; b\r\n', '{"a":', '\u00ff\u00fe']),
  fc.string(),
);
const target = fc.array(
  fc.oneof(fc.constantFrom('%', '%00', '%0d%0a', '/', '?', '&a=', '..', '{path+}'), fc.string()),
);
const bytes = fc.oneof(
  fc.array(pieces, { maxLength: 15 }).map((some) => some.join('')),
  fc
    .tuple(fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS'), target, pieces)
    .map(([method, path, more]) => `${method} /echo/${path.join('')} HTTP/1.1\r\n${HOST}${more}\r\n\r\n`),
  fc.uint8Array({ maxLength: 200 }),
);

test.each(['url', 'endpoint'] as const)('any bytes to the %s of a session harm nobody', async (address) => {
  const send = fc.asyncProperty(bytes, async (some) => {
    const exchange = await rawExchange(local[address], [some], { milliseconds: 20 });
    expectHarmless(exchange);
    expect(exchange.statuses.every((status) => status < 600)).toBe(true);
  });
  await fc.assert(send, { numRuns: 250, seed: 7, endOnFailure: true });
  await expectAlive();
  expect(local.child.exitCode).toBeNull();
});
