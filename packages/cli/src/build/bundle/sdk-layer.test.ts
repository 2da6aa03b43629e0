import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp, call, textOf } from '../testing/built.ts';
import { makeProject } from '../testing/project.ts';
import type { BuiltApp, BuiltLayer } from './built-function.ts';

const client = (name: string) => ({
  [`@aws-sdk/${name}/package.json`]: JSON.stringify({
    name: `@aws-sdk/${name}`,
    version: '1.0.0',
    main: 'main.js',
  }),
  [`@aws-sdk/${name}/main.js`]: `globalThis.loaded = [...(globalThis.loaded ?? []), '${name}'];
export class Command { text = 'command of ${name}' }
export class Unused { text = 'unused of ${name}' }`,
});

const source = `import { App } from '@tankard/framework';
import { Command as A } from '@aws-sdk/client-a';
import { Command as B } from '@aws-sdk/client-b';
export const app = new App('demo');
export const useA = app.lambda(() => new A().text);
export const useB = app.lambda(() => new B().text);
export const neither = app.lambda(() => 'nothing');`;

async function built(text: string, sdk: 'bundle' | 'layer' = 'layer'): Promise<BuiltApp> {
  const installed = { ...client('client-a'), ...client('client-b') };
  return buildApp({ ...(await makeProject({ 'src/app.ts': text }, installed)), sdk });
}

/** Unpacks a layer as Lambda does, and has `require` look there, as Lambda's NODE_PATH does. */
async function mount({ entries }: BuiltLayer): Promise<void> {
  const opt = await mkdtemp(join(tmpdir(), 'tankard-opt-'));
  for (const { name, content } of entries) {
    await mkdir(dirname(join(opt, name)), { recursive: true });
    await writeFile(join(opt, name), content);
  }
  const lookIn = (folders: string | undefined) => {
    if (folders === undefined) delete process.env.NODE_PATH;
    else process.env.NODE_PATH = folders;
    // What Node does with NODE_PATH when it starts.
    Reflect.get(Module, '_initPaths').call(Module);
  };
  const before = process.env.NODE_PATH;
  lookIn(join(opt, 'nodejs', 'node_modules'));
  onTestFinished(async () => {
    lookIn(before);
    await rm(opt, { recursive: true, force: true });
  });
}

const filesOf = ({ functions }: BuiltApp) =>
  Object.fromEntries(functions.map(({ function: name, entries }) => [name, entries.map((one) => one.name)]));

test('the layer is one file, and the functions that import the SDK have none of their own', async () => {
  const app = await built(source);
  expect(filesOf(app)).toEqual({
    useA: ['index.js'],
    useB: ['index.js'],
    neither: ['index.js'],
  });
  expect(app.layer?.entries.map(({ name }) => name)).toEqual(['nodejs/node_modules/tankard-sdk/sdk.js']);
  expect(app.layer?.functions).toEqual(new Set(['useA', 'useB']));
});

test('the layer holds what any function uses of the SDK and nothing else', async () => {
  const { layer } = await built(source);
  const text = Buffer.from(layer?.entries[0]?.content ?? []).toString();
  expect(text).toContain('command of client-a');
  expect(text).toContain('command of client-b');
  expect(text).not.toContain('unused');
});

test.each([
  ['CommonJS function', source, 'cjs'],
  ['ES module', `${source}\nawait 0;`, 'esm'],
] as const)('a %s finds the layer', async (_, text, format) => {
  const { functions, layer } = await built(text);
  if (layer) await mount(layer);
  const [useA] = functions;
  expect(useA?.format).toBe(format);
  expect(useA && (await call(useA))).toBe('command of client-a');
});

test('an app that imports no SDK has no layer', async () => {
  const text = source
    .replaceAll(/^import .* from '@aws-sdk.*$/gm, '')
    .replaceAll(/^export const use.*$/gm, '');
  expect(await built(text)).toMatchObject({ layer: undefined });
});

test('without the setting each function has the SDK in its zip', async () => {
  const { functions, layer } = await built(source, 'bundle');
  expect(layer).toBeUndefined();
  expect(functions[0] && textOf(functions[0], 'sdk.js')).toContain('command of client-a');
});
