import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildAll, call, only, textOf } from '../testing/built.ts';
import { makeProject } from '../testing/project.ts';

const head = "import { App } from '@tankard/framework';\nexport const app = new App('demo');\n";

const shared = 'class Shared { shared = true }';
const usesShared = { '@smithy/shared': ['Shared'] };
const sdk = {
  ...madeUp('@smithy/shared', {}, { Shared: shared }),
  ...madeUp('@aws-sdk/client-a', usesShared, {
    AClient: 'class extends Shared {}',
    ACommand: "class { text = 'a-command' }",
    Unused: "class { text = 'not-asked-for' }",
  }),
  ...madeUp('@aws-sdk/client-b', usesShared, {
    BClient: 'class extends Shared {}',
    isShared: '(value) => value instanceof Shared',
  }),
};

/** A made-up package of the SDK, small enough to be read: an ES module, and a CommonJS file that tells itself apart. */
function madeUp(
  name: string,
  imports: Readonly<Record<string, readonly string[]>>,
  exports: Readonly<Record<string, string>>,
  version = '1.0.0',
): Readonly<Record<string, string>> {
  const from = Object.entries(imports);
  const named = Object.entries(exports);
  return {
    [`${name}/package.json`]: JSON.stringify({ name, version, main: 'main.js', module: 'module.js' }),
    [`${name}/module.js`]: [
      ...from.map(([source, names]) => `import { ${names} } from '${source}';`),
      ...named.map(([key, value]) => `export const ${key} = ${value};`),
    ].join('\n'),
    [`${name}/main.js`]: [
      ...from.map(([source, names]) => `const { ${names} } = require('${source}');`),
      ...named.map(
        ([key, value]) => `exports.${key} = ${value.replace("'a-command'", "'from the CommonJS file'")};`,
      ),
    ].join('\n'),
  };
}

function below(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}${name}`, text]));
}

async function project(source: string, installed: Readonly<Record<string, string>> = {}) {
  return makeProject({ 'src/app.ts': `${head}${source}` }, { ...sdk, ...installed });
}

const both = `import { AClient, ACommand } from '@aws-sdk/client-a';
import { BClient, isShared } from '@aws-sdk/client-b';
const a = new AClient();
const b = new BClient();
export const useA = app.lambda(() => [a.shared, new ACommand().text]);
export const useBoth = app.lambda(() => [isShared(a), isShared(b)]);
export const neither = app.lambda(() => 'nothing');`;

describe('the SDK', () => {
  test('lies beside the bundle, once for all packages that use it', async () => {
    const built = await buildAll(await project(both));
    expect(only(built, 'useA').entries.map(({ name }) => name)).toEqual(['index.js', 'sdk.js']);
    expect(await call(only(built, 'useA'))).toEqual([true, 'a-command']);
    expect(await call(only(built, 'useBoth'))).toEqual([true, true]);
    expect(textOf(only(built, 'useA'), 'index.js')).not.toContain('a-command');
  });

  test('is left out where nothing of it is used', async () => {
    expect(only(await buildAll(await project(both)), 'neither').entries.map(({ name }) => name)).toEqual([
      'index.js',
    ]);
  });

  test('holds the clients that the function uses, and of these the names that the app asks for', async () => {
    const text = textOf(only(await buildAll(await project(both)), 'useA'), 'sdk.js');
    expect(text).toContain('a-command');
    expect(text).not.toContain('not-asked-for');
    expect(text).not.toContain('client-b');
  });

  test('is whole where the app takes a client as a whole', async () => {
    const source =
      "import * as a from '@aws-sdk/client-a';\nconst keep = a;\nexport const all = app.lambda(() => Object.keys(keep));";
    const names = await call(only(await buildAll(await project(source)), 'all'));
    expect(names).toEqual(expect.arrayContaining(['AClient', 'ACommand', 'Unused']));
  });

  test('is shared with packages that use it, even by require', async () => {
    const source =
      "import { tell } from 'teller';\nimport { AClient } from '@aws-sdk/client-a';\nexport const ask = app.lambda(() => tell(new AClient()));";
    const built = await buildAll(
      await project(source, {
        'teller/package.json': '{"name":"teller","version":"1.0.0","main":"index.js"}',
        'teller/index.js':
          "const { AClient } = require('@aws-sdk/client-a');\nexports.tell = (client) => client instanceof AClient;",
      }),
    );
    expect(await call(only(built, 'ask'))).toBe(true);
  });

  test('of two versions is not mixed up', async () => {
    const source =
      "import { version } from 'old';\nimport { ACommand } from '@aws-sdk/client-a';\nexport const ask = app.lambda(() => [version(), new ACommand().text]);";
    const built = await buildAll(
      await project(source, {
        ...madeUp('old', { '@aws-sdk/client-a': ['ACommand'] }, { version: '() => new ACommand().text' }),
        ...below(
          'old/node_modules/',
          madeUp('@aws-sdk/client-a', {}, { ACommand: "class { text = 'old-command' }" }, '0.9.0'),
        ),
      }),
    );
    expect(await call(only(built, 'ask'))).toEqual(['old-command', 'a-command']);
  });

  test('works from an ES module', async () => {
    const built = only(await buildAll(await project(`${both}\nawait 0;`)), 'useBoth');
    expect(built.format).toBe('esm');
    expect(await call(built)).toEqual([true, true]);
  });

  test('is built once and again only when one of its files has changed', async () => {
    const config = await project(both);
    const times = async () => {
      await buildAll(config);
      const cache = join(config.project, '.tankard/cache');
      const files = (await readdir(cache)).filter((name) => /^sdk-.*\.js$/.test(name)).toSorted();
      return Promise.all(files.map(async (name) => [name, (await stat(join(cache, name))).mtimeMs]));
    };
    const first = await times();
    expect(await times()).toEqual(first);
    await writeFile(
      join(config.project, 'node_modules/@aws-sdk/client-a/module.js'),
      'export class AClient { shared = 1 }\nexport class ACommand { text = "changed" }',
    );
    expect(await times()).not.toEqual(first);
    expect(textOf(only(await buildAll(config), 'useA'), 'sdk.js')).toContain('changed');
  });
});

describe('the framework', () => {
  const functions = `export const list = app.route('GET /users', () => []);
export const work = app.lambda(() => 'worked');
export const hourly = app.schedule('rate(1 hour)', () => undefined);`;

  test('lies beside the bundle, with the adapter of the source that calls the function only', async () => {
    const built = await buildAll(await project(functions));
    expect(await call(only(built, 'work'))).toBe('worked');
    const [route, work] = [textOf(only(built, 'api'), 'index.js'), textOf(only(built, 'work'), 'index.js')];
    expect(route).toContain('content-type');
    expect(work).not.toContain('content-type');
  });

  test('has the adapters of all sources where a function calls the handler of another', async () => {
    const source = `${functions}\nexport const calls = app.lambda((event, context) => list(event, context));`;
    expect(textOf(only(await buildAll(await project(source)), 'calls'), 'index.js')).toContain(
      'content-type',
    );
  });
});
