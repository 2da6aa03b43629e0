import { expect, test, vi } from 'vitest';
import { buildAll, call, laidOut, only, textOf } from '../testing/built.ts';
import { makeProject } from '../testing/project.ts';

/** Handlers of a route `POST /<name>/{id}`, each a function of its own, with what they say before them. */
const handlers = {
  plain: '(req) => [req.path, req.method, req.route, req.params.id, req.text(), [...req.bytes()]]',
  body: '(req) => ({ body: req.body })',
  json: '(req) => req.json()',
  query: "(req) => [req.query, req.queryAll('a')]",
  headers: "(req) => [req.headers, req.header('X-A')]",
  cookies: '(req) => req.cookies',
  auth: '(req) => req.auth ?? null',
  limits: '(req) => req.text()',
  replies: "() => reply(201, 'made', { 'x-b': ['1', '2'] }, { cookies: { c: 'd' } })",
  web: "() => new Response('web', { status: 202, headers: { 'x-b': '1' } })",
  refuses: "() => { throw new NotFoundError('gone', { headers: { 'x-b': '1' } }); }",
  fails: "() => { throw new Error('broken'); }",
};
type Name = keyof typeof handlers;
const names = Object.keys(handlers) as Name[];
const more: Partial<Record<Name, string>> = { limits: "bodyLimit: 12, contentTypes: ['application/json']," };

const source = `import { App, NotFoundError, reply } from '@tankard/framework';
export const app = new App('demo');
${names.map((name) => `export const ${name} = app.route('POST /${name}/{id}', { ${more[name] ?? ''} function: '${name}' }, ${handlers[name]});`).join('\n')}`;

/** A request in every form in which one may come, whoever sends it. */
function eventsOf(name: Name): readonly object[] {
  const path = `/${name}/a%20b`;
  const headers = { 'X-A': '1', cookie: 'k=v', 'Content-Type': 'application/json' };
  const sent = { headers, body: '{"a":[1]}', isBase64Encoded: false };
  const http = { method: 'POST', path };
  const v2 = { version: '2.0', rawPath: path, rawQueryString: 'a=1&a=2', ...sent, requestContext: { http } };
  const chosen = { ...v2, routeKey: `POST /${name}/{id}`, pathParameters: { id: 'a b' }, cookies: ['k=v'] };
  const lists = { multiValueQueryStringParameters: { a: ['1', '2'] } };
  const rest = { resource: `/${name}/{id}`, path, httpMethod: 'POST', pathParameters: { id: 'a%20b' } };
  const balanced = { path, httpMethod: 'POST', ...sent, requestContext: { elb: {} } };
  return [
    chosen,
    { ...chosen, body: '{"a":' },
    { ...chosen, body: 'a longer text', headers: { 'CONTENT-TYPE': 'text/plain' } },
    { ...chosen, body: 'AAH/', isBase64Encoded: true },
    { ...chosen, body: undefined, headers: undefined, rawQueryString: '' },
    { ...v2, routeKey: '$default' },
    { ...v2, routeKey: '$default', requestContext: { http, domainName: 'id.lambda-url.eu-west-1.on.aws' } },
    { ...v2, routeKey: '$default', requestContext: { http: { ...http, method: 'GET' } } },
    { ...v2, routeKey: '$default', rawPath: '/nowhere' },
    { version: '1.0', ...rest, ...sent, ...lists, requestContext: { resourcePath: rest.resource } },
    { ...rest, ...sent, ...lists, requestContext: { authorizer: { principalId: 'ann' } } },
    { ...rest, ...sent, requestContext: { httpMethod: 'POST', resourcePath: '/{proxy+}' } },
    { ...balanced, queryStringParameters: { a: '1+%21' } },
    { ...balanced, multiValueHeaders: { 'x-a': ['1', '2'] }, headers: undefined },
    {},
  ];
}

test('a function with what its code names of the framework answers whatever comes as one with all of it does', async () => {
  const log = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const installed = { 'copied/package.json': '{"name":"copied","version":"1.0.0"}', 'copied/index.js': '' };
  const config = await makeProject({ 'src/app.ts': source }, installed);
  const lean = await buildAll(config);
  // Where a package is copied nobody reads its code, so that nothing is left out.
  const whole = await buildAll({ ...config, defaults: { external: ['copied'] } });
  for (const name of names) {
    const [some, all] = [only(lean, name), only(whole, name)];
    expect(textOf(some, 'index.js').length, name).toBeLessThan(textOf(all, 'index.js').length * 0.8);
    const [ask, askAll] = [await laidOut(some), await laidOut(all)];
    for (const event of eventsOf(name))
      expect(await ask(event), `${name} ${JSON.stringify(event)}`).toEqual(await askAll(event));
  }
  log.mockRestore();
});

test('what code asks for without naming it is a fault that says so', async () => {
  const log = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const asks = `import { App } from '@tankard/framework';
export const app = new App('demo');
export const asks = app.route('GET /', (req) => req[['que', 'ry'].join('')]);`;
  const built = only(await buildAll(await makeProject({ 'src/app.ts': asks })), 'api');
  expect(textOf(built, 'index.js')).not.toContain('URLSearchParams');
  const answer = await call(built, { version: '2.0', routeKey: 'GET /', rawQueryString: 'a=1' });
  expect(answer).toMatchObject({ statusCode: 500 });
  expect(log.mock.calls.join()).toContain('This bundle was made without that: its code never names it');
  log.mockRestore();
});
