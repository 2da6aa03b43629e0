import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { buildAll, call, only, textOf } from '../testing/built.ts';
import { makeProject } from '../testing/project.ts';

const head = "import { App } from '@tankard/framework';\nexport const app = new App('demo');\n";
const event = (more: object = {}) => ({
  version: '2.0',
  routeKey: 'GET /',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'a=1',
  ...more,
});

async function api(source: string, more: Partial<ResolvedConfig> = {}) {
  const config = await makeProject({ 'src/app.ts': head + source });
  return only(await buildAll({ ...config, ...more }), 'api');
}

/** A word of each part that no other part has. */
const marks = {
  forms: 'x-www-form-urlencoded',
  faults: 'Error Parsing JSON',
  schemas: 'does not fit.',
  cors: 'Access-Control-Allow-Origin',
  secrets: '@aws-sdk/client-secrets-manager',
  connections: '@aws-sdk/client-apigatewaymanagementapi',
  resources: 'is not set: it says which',
};

describe('a function of plain routes', () => {
  const plain = "export const home = app.route('GET /', (req) => ({ path: req.path }));";

  test('holds 6 KB of the framework at most, and no part that its code does not name', async () => {
    const built = await api(plain);
    const text = textOf(built, 'index.js');
    for (const mark of Object.values(marks)) expect(text).not.toContain(mark);
    expect(deflateRawSync(text, { level: 9 }).length).toBeLessThanOrEqual(6144);
    expect(await call(built, event({ rawPath: '/' }))).toMatchObject({ body: '{"path":"/"}' });
  });

  test('holds all where a package is copied, whose code nobody reads', async () => {
    const installed = { 'copied/package.json': '{"name":"copied","version":"1.0.0"}', 'copied/index.js': '' };
    const config = await makeProject({ 'src/app.ts': head + plain }, installed);
    const built = await buildAll({ ...config, defaults: { external: ['copied'] } });
    const text = textOf(only(built, 'api'), 'index.js');
    for (const mark of Object.values(marks)) expect(text).toContain(mark);
  });
});

describe('a function holds what its code names', () => {
  test.each([
    ['a form', 'async (req) => (await req.form()).fields', '{"a":"1"}'],
    [
      'a form by another name',
      'async (req) => { const { form: read } = req; return (await read.call(req)).fields; }',
      '{"a":"1"}',
    ],
    ['a body', '({ body }) => ({ body })', '{"body":"a=1"}'],
    ['what an authorizer found', '(req) => ({ found: req.auth ?? null })', '{"found":null}'],
    ['a web Response', "() => new Response('web')", 'web'],
  ])('%s', async (_, handler, body) => {
    const built = await api(`export const home = app.route('GET /', ${handler});`);
    expect(await call(built, event())).toMatchObject({ statusCode: 200, body });
  });

  test('schemas of any library', async () => {
    const built = await api(`import * as z from 'zod';
export const home = app.route('GET /', { query: z.object({ n: z.coerce.number() }) }, ({ query }) => query);`);
    expect(await call(built, event({ rawQueryString: 'n=1' }))).toMatchObject({ body: '{"n":1}' });
    expect(await call(built, event({ rawQueryString: 'n=x' }))).toMatchObject({ statusCode: 400 });
  });

  test('middleware, classes and resources', async () => {
    const built = await api(`const table = app.table('T', { partitionKey: 'id' });
app.middleware('route', async (_, next) => ({ ...(await next()), status: 201 }));
class Home { @app.route('GET /') home() { return table.id; } }
app.use(new Home());`);
    expect(await call(built, event())).toMatchObject({ statusCode: 201, body: 'T' });
  });

  test('connections, and where clients connect', async () => {
    const connection = await api(
      "export const home = app.route('GET /', async () => app.connection('a').id);",
    );
    expect(await call(connection, event())).toMatchObject({ body: 'a' });
    const url = await api("export const home = app.route('GET /', () => typeof app.websocketUrl.toJSON);");
    expect(await call(url, event())).toMatchObject({ body: 'function' });
  });

  test('what the configuration says of other origins', async () => {
    const plain = "export const home = app.route('GET /', () => 1);";
    const told = { cors: { origins: ['*'], headers: [], exposeHeaders: [], credentials: false } };
    expect(textOf(await api(plain, told), 'index.js')).toContain(marks.cors);
  });
});
