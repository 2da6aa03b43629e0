import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadApp } from '../build/load/load-app.ts';
import { cacheFolder } from '../build/project.ts';
import { makeProject } from '../build/testing/project.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { analyseLoaded } from './analyse-app.ts';
import { keptApp } from './kept-app.ts';
import { makeApp } from './make-app.ts';
import { rememberApp } from './remembered-app.ts';

const APP = `import { App } from '@tankard/framework';
import { greeting } from 'greetings';
import { name } from './name.ts';
export const app = new App('kept');
export const files = app.bucket('Files');
export const hello = app.lambda(() => [greeting, name, files.name]);
export const bye = app.lambda(() => 'bye');
`;
const PROJECT = {
  'src/app.ts': APP,
  'src/name.ts': "export const name = 'Ann';",
  'tsconfig.json': '{ "extends": "./base.json" }',
  'base.json': '{ "compilerOptions": { "target": "es2024" } }',
  'templates/a.txt': 'a',
};
const INSTALLED = {
  'greetings/package.json': '{ "name": "greetings", "version": "1.0.0", "main": "index.js" }',
  'greetings/index.js': "exports.greeting = require('words').hello;",
  'words/package.json': '{ "name": "words", "version": "1.0.0" }',
  'words/index.js': "exports.hello = 'hello';",
};

/** As if everything had been left alone for a while. */
const later = () => Date.now() + 60_000;

async function kept(change: Partial<ResolvedConfig> = {}, since = later()) {
  const config = { ...(await makeProject(PROJECT, INSTALLED)), ...change };
  const loaded = await loadApp(config);
  const app = await analyseLoaded(loaded, config);
  const made = await makeApp(app, () => []);
  await rememberApp(app, made, since).keep();
  const again = async (other: Partial<ResolvedConfig> = {}) => {
    return (await keptApp({ ...config, ...other })).madeOf(await loadApp(config));
  };
  return { config, made, again, write: (path: string, text: string) => write(config, path, text) };
}

async function write({ project }: ResolvedConfig, path: string, text: string): Promise<void> {
  const file = join(project, path);
  const before = await stat(file).catch(() => undefined);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  // As npm does it: every version of a package has one date.
  if (before) await utimes(file, before.atime, before.mtime);
}

test('what was made of an app is given again as it was', async () => {
  const { made, again } = await kept();
  expect(await again()).toStrictEqual(made);
});

test('the layer of the SDK is kept with its functions', async () => {
  const sdk = { sdk: 'layer' } as const;
  const { made, again } = await kept(sdk);
  expect(await again(sdk)).toStrictEqual(made);
});

describe('it is made anew after a change of', () => {
  test.each([
    ["the app's source", 'src/app.ts', APP.replace("'bye'", "'see you'")],
    ['another file of it', 'src/name.ts', "export const name = 'Bob';"],
    [
      "a package's file, to one of the same size and date",
      'node_modules/words/index.js',
      "exports.hello = 'holla';",
    ],
    [
      'what a package says of itself',
      'node_modules/words/package.json',
      '{ "name": "words", "version": "2.0.0" }',
    ],
    [
      'the package that an import leads to',
      'node_modules/greetings/node_modules/words/index.js',
      'exports.hello = 1;',
    ],
    ['the file that an import leads to', 'node_modules/words/index.json', '{}'],
    ['what tsconfig.json extends', 'base.json', '{ "compilerOptions": { "target": "es2022" } }'],
    ['what is installed', 'node_modules/@aws-sdk/client-secrets-manager/package.json', '{}'],
  ])('%s', async (_, path, text) => {
    const { again, write: change } = await kept();
    await change(path, text);
    expect(await again()).toBeUndefined();
  });

  test('the configuration', async () => {
    const { again } = await kept();
    expect(await again({ defaults: { memory: 512 } })).toBeUndefined();
    expect(await again({ parameters: { Name: 'x' } })).toBeUndefined();
  });
});

test('functions that are used again beside a changed one are as they would be made anew', async () => {
  const { config, write: change } = await kept();
  await change('src/app.ts', APP.replace("'bye'", "'see you'"));
  const loaded = await loadApp(config);
  const { madeOf, outputs } = await keptApp(config);
  expect(madeOf(loaded)).toBeUndefined();
  expect(outputs.size).toBe(2);
  const app = await analyseLoaded(loaded, config);
  const anew = await makeApp(app, () => []);
  expect(await makeApp(app, () => [], outputs)).toStrictEqual(anew);
  expect([...(anew.built.outputs?.keys() ?? [])].filter((key) => outputs.has(key))).toHaveLength(1);
});

test('what the app declares may change with nothing of the above', async () => {
  const config = await makeProject({
    'src/app.ts': `import { App } from '@tankard/framework';
export const app = new App('kept');
export const hello = app.lambda({ memory: Number(process.env.KEPT_MEMORY) }, () => 1);`,
  });
  process.env.KEPT_MEMORY = '256';
  const app = await analyseLoaded(await loadApp(config), config);
  await rememberApp(app, await makeApp(app, () => []), later()).keep();
  process.env.KEPT_MEMORY = '512';
  expect((await keptApp(config)).madeOf(await loadApp(config))).toBeUndefined();
});

describe('nothing is kept', () => {
  test('of an app whose files have changed just now, for they could change again unseen', async () => {
    const { again } = await kept({}, Date.now());
    expect(await again()).toBeUndefined();
  });

  test('where files are copied into functions', async () => {
    const assets = { defaults: { assets: ['templates/**'] } };
    const { again } = await kept(assets);
    expect(await again(assets)).toBeUndefined();
  });
});

test('what cannot be read is made anew, and only its owner may read it', async () => {
  const { config, again } = await kept();
  const file = join(cacheFolder(config.project), 'app-dev.bin');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await writeFile(file, (await readFile(file)).subarray(0, 100));
  expect(await again()).toBeUndefined();
});
