import { describe, expect, test } from 'vitest';
import { buildAll, call, only, textOf } from '../testing/built.ts';
import { problemsOf } from '../testing/problems.ts';
import { makeProject } from '../testing/project.ts';

const app = "import { App } from '@tankard/framework';\nexport const app = new App('demo');\n";
const manifest = (name: string, more = {}) =>
  JSON.stringify({ name, version: '1.0.0', main: 'index.js', ...more });

const draws = {
  'draw/package.json': manifest('draw', {
    dependencies: { line: '1' },
    optionalDependencies: {
      '@draw/linux-arm64': '1',
      '@draw/linux-x64': '1',
      '@draw/linuxmusl-arm64': '1',
      '@draw/darwin-arm64': '1',
    },
  }),
  'draw/index.js': "exports.draw = () => require('line').line + require('@draw/linux-arm64').kind;",
  'draw/tool': '#!/bin/sh',
  'draw/node_modules/line/package.json': manifest('line', { version: '2.0.0' }),
  'draw/node_modules/line/index.js': "exports.line = 'line 2 ';",
  'line/package.json': manifest('line'),
  'line/index.js': "exports.line = 'line 1 ';",
  '@draw/linux-arm64/package.json': manifest('@draw/linux-arm64', {
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['glibc'],
  }),
  '@draw/linux-arm64/index.js': "exports.kind = 'arm64';",
  '@draw/darwin-arm64/package.json': manifest('@draw/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }),
  '@draw/darwin-arm64/index.js': '',
};

async function build(source: string, config: object, installed: Readonly<Record<string, string>> = draws) {
  return buildAll({ ...(await makeProject({ 'src/app.ts': `${app}${source}` }, installed)), ...config });
}

const source =
  "import { draw } from 'draw';\nexport const picture = app.lambda(() => draw());\nexport const plain = app.lambda(() => 0);";

describe('an external package', () => {
  test('is copied with what it needs for the platform of the function', async () => {
    const built = only(await build(source, { functions: { picture: { external: ['draw'] } } }), 'picture');
    const names = built.entries.map(({ name }) => name);
    expect(names).toEqual([
      'index.js',
      'node_modules/@draw/linux-arm64/index.js',
      'node_modules/@draw/linux-arm64/package.json',
      'node_modules/draw/index.js',
      'node_modules/draw/package.json',
      'node_modules/draw/tool',
      'node_modules/line/index.js',
      'node_modules/line/package.json',
    ]);
    expect(textOf(built, 'index.js')).not.toContain('line 2');
    expect(await call(built)).toBe('line 2 arm64');
  });

  test('lies below who needs it where another version has its place', async () => {
    const both = `${source}\nexport const lines = app.lambda(() => 0);`;
    const built = only(
      await build(both, { functions: { picture: { external: ['line', 'draw'] } } }),
      'picture',
    );
    expect(textOf(built, 'node_modules/line/index.js')).toContain('line 1');
    expect(textOf(built, 'node_modules/draw/node_modules/line/index.js')).toContain('line 2');
    expect(await call(built)).toBe('line 2 arm64');
  });

  test('is bundled for the functions that do not list it', async () => {
    const built = await build(source, { functions: { picture: { external: ['draw'] } } });
    expect(only(built, 'plain').entries.map(({ name }) => name)).toEqual(['index.js']);
  });

  test('has to be installed for the platform', async () => {
    const config = { functions: { picture: { external: ['draw'], architecture: 'x86_64' } } };
    const [problem] = await problemsOf(build(source, config));
    expect(problem).toMatchObject({
      code: 'EXTERNAL_NOT_INSTALLED',
      message:
        "The function picture runs on Linux (x64), and '@draw/linux-x64', the part of 'draw' for it, is not installed.",
      remedy: 'Install it beside your own: npm install --os=linux --cpu=x64 --libc=glibc draw',
    });
  });

  test.each([
    [
      'it is missing',
      ['sketch'],
      "The package 'sketch' is external to the function picture and is not installed.",
    ],
    [
      'what it needs is missing',
      ['lonely'],
      "The package 'gone', which 'lonely' needs, is external to the function picture and is not installed.",
    ],
  ])('has to be installed: %s', async (_, external, message) => {
    const installed = {
      ...draws,
      'lonely/package.json': manifest('lonely', { dependencies: { gone: '1' } }),
    };
    const [problem] = await problemsOf(build(source, { functions: { picture: { external } } }, installed));
    expect(problem).toMatchObject({ code: 'EXTERNAL_NOT_INSTALLED', message });
  });
});

describe('a package that cannot be bundled is told with what to do', () => {
  test.each([
    [
      'it brings a native file',
      {
        '@pic/draw/index.js': "module.exports = require('./build/draw.node');",
        '@pic/draw/build/draw.node': '\0',
      },
      {
        code: 'NATIVE_NOT_EXTERNAL',
        message:
          "The package '@pic/draw' brings the native file draw.node, which fits one platform and cannot be bundled.",
        remedy:
          "Write `external: ['@pic/draw']` for the function in tankard.config.ts: the package is then copied for Lambda's platform.",
      },
    ],
    [
      'it needs a package that is not installed',
      { '@pic/draw/index.js': "import 'gone';" },
      { code: 'APP_IMPORT_MISSING', place: { file: 'node_modules/@pic/draw/index.js', line: 1 } },
    ],
    [
      'it has a file of an unknown kind',
      { '@pic/draw/index.js': "import './data.unknown';", '@pic/draw/data.unknown': '' },
      { code: 'BUNDLE_FAILED', place: { file: 'node_modules/@pic/draw/index.js', line: 1 } },
    ],
  ])('%s', async (_, files, expected) => {
    // Loading the app does not run the package: it is imported where the function needs it.
    const lazy = "export const picture = app.lambda(async () => import('@pic/draw'));";
    const installed = { '@pic/draw/package.json': manifest('@pic/draw'), ...files };
    const [problem] = await problemsOf(build(lazy, {}, installed as Readonly<Record<string, string>>));
    expect(problem).toMatchObject(expected);
  });
});

describe('a package that only works as an ES module makes one of the functions that use it', () => {
  test.each([
    ['it asks for its own path', 'export const mode = typeof import.meta.url;', 'string', 'cjs'],
    ['it waits at its top', "export const mode = await Promise.resolve('waited');", 'waited', 'esm'],
  ])('%s', async (_, text, expected, others) => {
    const code =
      "import { mode } from 'module-only';\nexport const picture = app.lambda(() => mode);\nexport const plain = app.lambda(() => 1);";
    const installed = {
      'module-only/package.json': manifest('module-only', { type: 'module' }),
      'module-only/index.js': text,
    };
    const built = await build(code, {}, installed);
    expect(only(built, 'picture').format).toBe('esm');
    expect(await call(only(built, 'picture'))).toBe(expected);
    expect(only(built, 'plain').format).toBe(others);
  });
});
