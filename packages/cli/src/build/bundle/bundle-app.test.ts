import { SourceMap } from 'node:module';
import { describe, expect, test } from 'vitest';
import { buildAll, call, only, textOf } from '../testing/built.ts';
import { problemsOf } from '../testing/problems.ts';
import { makeProject } from '../testing/project.ts';

const head = "import { App } from '@tankard/framework';\nexport const app = new App('demo');\n";

async function build(source: string, others: Readonly<Record<string, string>> = {}, settings = {}) {
  const config = await makeProject({ 'src/app.ts': `${head}${source}`, ...others });
  return buildAll({ ...config, ...settings });
}

describe('a bundle runs by itself', () => {
  test('as CommonJS, minified, with an HTTP route', async () => {
    const built = only(
      await build(
        "export const hello = app.route('GET /hello/{name}', (req) => ({ hello: req.params.name }));",
      ),
      'api',
    );
    expect(built).toMatchObject({ handler: 'index.handler', format: 'cjs' });
    expect(built.entries.map(({ name }) => name)).toEqual(['index.js']);
    const event = {
      version: '2.0',
      routeKey: 'GET /hello/{name}',
      rawPath: '/hello/ann',
      headers: {},
      pathParameters: { name: 'ann' },
      requestContext: { http: { method: 'GET', path: '/hello/ann' } },
    };
    expect(await call(built, event)).toMatchObject({ statusCode: 200, body: '{"hello":"ann"}' });
  });

  test('as an ES module where the code waits at its top, with packages that call require', async () => {
    const built = only(
      await build(
        "import yaml from 'yaml';\nconst text = await Promise.resolve('a: 1');\nexport const read = app.lambda(() => yaml.parse(text));",
      ),
      'read',
    );
    expect(built.format).toBe('esm');
    expect(await call(built)).toEqual({ a: 1 });
  });

  test('as CommonJS where only another function waits', async () => {
    const built = await build(
      'const slow = await Promise.resolve(1);\nexport const a = app.lambda(() => slow);\nexport const b = app.lambda(() => 2);',
    );
    expect([...built].map(([name, { format }]) => [name, format])).toEqual([
      ['a', 'esm'],
      ['b', 'cjs'],
    ]);
  });

  test('with decorated methods, each function its own', async () => {
    const built = await build(`class Jobs {
  constructor(private readonly name = 'jobs') {}
  @app.lambda()
  first() { return this.name; }
  @app.lambda()
  second() { return 'second'; }
}
app.use(new Jobs());`);
    expect(await call(only(built, 'first'))).toBe('jobs');
    expect(await call(only(built, 'second'))).toBe('second');
    expect(textOf(only(built, 'second'), 'index.js')).not.toContain('jobs');
  });

  test('with handlers that a loop registers, told apart by their names', async () => {
    const built = await build(
      "for (const name of ['a', 'b', 'c']) app.lambda({ name }, () => 'I am ' + name);",
    );
    expect(await call(only(built, 'b'))).toBe('I am b');
    expect(await call(only(built, 'c'))).toBe('I am c');
  });

  test('with a handler that calls another function’s handler', async () => {
    const built = await build(
      'export const job = app.lambda((event) => ({ did: event }));\nexport const both = app.lambda((event) => job.run(event));',
    );
    expect(await call(only(built, 'both'), 'x')).toEqual({ did: 'x' });
  });

  test('with sixty functions of one file', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `h${index}`);
    const built = await build(
      names.map((name) => `export const ${name} = app.lambda(() => 'is-${name}-');`).join('\n'),
    );
    expect(built.size).toBe(60);
    for (const name of ['h0', 'h31', 'h59']) expect(await call(only(built, name))).toBe(`is-${name}-`);
    for (const [name, one] of built)
      expect(textOf(one, 'index.js').match(/is-h\d+-/g)).toEqual([`is-${name}-`]);
  });

  test('with data that is imported as JSON', async () => {
    const built = await build(
      "import data from './data.json' with { type: 'json' };\nexport const a = app.lambda(() => data.x);\nexport const b = app.lambda(() => 0);",
      { 'src/data.json': '{"x":"from-json"}' },
    );
    expect(await call(only(built, 'a'))).toBe('from-json');
    expect(textOf(only(built, 'b'), 'index.js')).not.toContain('from-json');
  });

  test('with files that are imported when they are needed', async () => {
    const built = await build(
      "export const a = app.lambda(async () => (await import('./later.ts')).value);",
      {
        'src/later.ts': 'export const value = 7;',
      },
    );
    expect(await call(only(built, 'a'))).toBe(7);
  });
});

test('classes keep their names, by which errors are matched', async () => {
  const built = await build(
    'class Refused extends Error { override name = this.constructor.name; }\nexport const a = app.lambda(() => new Refused().name);',
  );
  expect(await call(only(built, 'a'))).toBe('Refused');
});

describe('the source map', () => {
  const source =
    "import { fail } from './fail.ts';\nexport const gone = app.lambda(() => 'gone');\nexport const a = app.lambda(() => fail());";
  const others = {
    'src/fail.ts': "export const other = 1;\n\nexport function fail() {\n  throw new Error('no');\n}",
  };

  test('leads to the line of the source, with paths relative to the project', async () => {
    const { map, ...built } = only(await build(source, others), 'a');
    const line = textOf({ map, ...built }, 'index.js')
      .split('\n')
      .findIndex((text) => text.includes('new Error("no")'));
    const column =
      textOf({ map, ...built }, 'index.js')
        .split('\n')
        [line]?.indexOf('new Error("no")') ?? 0;
    const found = new SourceMap(JSON.parse(map)).findEntry(line, column);
    expect(found).toMatchObject({ originalSource: 'src/fail.ts', originalLine: 3, originalColumn: 8 });
    expect(
      JSON.parse(map).sources.filter(
        (name: string) => name.includes('?') || /(^|:)([a-z]:)?[\\/]/i.test(name),
      ),
    ).toEqual([]);
  });

  test('stays out of the zip unless it is asked for', async () => {
    expect(only(await build(source, others), 'a').entries.map(({ name }) => name)).toEqual(['index.js']);
    const shipped = only(await build(source, others, { sourceMaps: true }), 'a');
    expect(shipped.entries.map(({ name }) => name)).toEqual(['index.js', 'index.js.map']);
    expect(textOf(shipped, 'index.js')).toMatch(/\/\/# sourceMappingURL=index\.js\.map\n$/);
  });
});

describe('assets', () => {
  const files = { 'templates/a.html': '<a>', 'templates/deep/b.html': '<b>', 'templates/c.txt': 'c' };

  test('lie in the zip under their path in the project, and the code finds them from its own', async () => {
    const source = `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
export const a = app.lambda(() => [
  readFileSync(new URL('../templates/a.html', import.meta.url), 'utf8'),
  readFileSync(join(import.meta.dirname, '../templates/deep/b.html'), 'utf8'),
  readFileSync(join(__dirname, '../templates/a.html'), 'utf8'),
  import.meta.filename.endsWith('/src/app.ts'),
]);
export const b = app.lambda(() => 0);`;
    const built = await build(source, files, { functions: { a: { assets: ['templates/**/*.html'] } } });
    expect(only(built, 'a').entries.map(({ name }) => name)).toEqual([
      'index.mjs',
      'templates/a.html',
      'templates/deep/b.html',
    ]);
    expect(only(built, 'b').entries.map(({ name }) => name)).toEqual(['index.js']);
    expect(await call(only(built, 'a'))).toEqual(['<a>', '<b>', '<a>', true]);
  });

  test('a glob that matches nothing is a mistake', async () => {
    const [problem] = await problemsOf(
      build('export const a = app.lambda(() => 0);', files, { defaults: { assets: ['template/**'] } }),
    );
    expect(problem).toMatchObject({
      code: 'ASSET_NOT_FOUND',
      message: "No file matches 'template/**' among the assets of the function a.",
    });
  });

  test('may not take the place of the code', async () => {
    const [problem] = await problemsOf(
      build(
        'export const a = app.lambda(() => 0);',
        { 'index.js': '' },
        { defaults: { assets: ['index.js'] } },
      ),
    );
    expect(problem).toMatchObject({
      code: 'ZIP_ENTRY_TWICE',
      message: 'The zip of the function a would hold index.js twice.',
    });
  });
});

test('the same project gives the same digests in another folder', async () => {
  const source =
    "import { S3Client } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});\nexport const a = app.lambda(() => s3);";
  const [first, second] = [await build(source), await build(source)];
  expect(only(first, 'a').digest).toBe(only(second, 'a').digest);
  expect(only(first, 'a').map).toBe(only(second, 'a').map);
});
