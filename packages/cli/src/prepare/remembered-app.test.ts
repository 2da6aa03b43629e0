import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadApp } from '../build/load/load-app.ts';
import { makeProject } from '../build/testing/project.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { analyseLoaded } from './analyse-app.ts';
import { makeApp } from './make-app.ts';
import { type PreparedApp, prepareApp } from './prepare-app.ts';
import { rememberApp } from './remembered-app.ts';

const GREET = `import { greeting } from 'greetings';
import { app } from './service.ts';
import { name } from './name.ts';
export const greet = app.lambda(() => [greeting, name]);
`;
const FILES = {
  'src/app.ts': "export { app } from './service.ts';\nimport './greet.ts';\nimport './store.ts';\n",
  'src/service.ts': `import { App } from '@tankard/framework';
export const app = new App('bank');
export const files = app.bucket('Files');
`,
  'src/greet.ts': GREET,
  'src/name.ts': "export const name = 'Ann';\n",
  'src/store.ts': `import { app, files } from './service.ts';
export const store = app.route('GET /', () => files.name);
export const tick = app.schedule('rate(1 hour)', () => 'ticks');
`,
};
const INSTALLED = {
  'greetings/package.json': '{ "name": "greetings", "version": "1.0.0", "main": "index.js" }',
  'greetings/index.js': "exports.greeting = 'hello';",
};

type Change = Readonly<Record<string, string | undefined>>;

async function write({ project }: ResolvedConfig, change: Change): Promise<void> {
  for (const [path, text] of Object.entries(change)) {
    if (text === undefined) await rm(join(project, path));
    else await writeFile(join(project, path), text);
  }
}

/** As if everything had been left alone for a while. */
const later = () => Date.now() + 60_000;

async function remembered(since: number) {
  const config = await makeProject(FILES, INSTALLED);
  const app = await analyseLoaded(await loadApp(config), config);
  const made = await makeApp(app, () => []);
  return { config, app, made, remembered: rememberApp(app, made, since) };
}

const all = ({ manifest, built, graph, analysis, problems }: PreparedApp) => ({
  ...{ manifest, graph, analysis, problems },
  functions: built.functions,
});

describe('an app that is made of what is remembered is as it would be made anew, after', () => {
  test.each<[string, Change]>([
    ['another text in a function', { 'src/greet.ts': GREET.replace('[greeting, name]', '[name]') }],
    ['a line more above a function', { 'src/greet.ts': `\n${GREET}` }],
    ['a change of what a function imports', { 'src/name.ts': "export const name = 'Bob';\n" }],
    ['a change of what all import', { 'src/service.ts': FILES['src/service.ts'].replace('Files', 'Papers') }],
    ['a statement that runs in every function', { 'src/greet.ts': `console.log('effect');\n${GREET}` }],
    ['a function more', { 'src/greet.ts': `${GREET}export const part = app.lambda(() => name);\n` }],
    [
      'a function less, and its file',
      { 'src/app.ts': FILES['src/app.ts'].replace("import './greet.ts';\n", ''), 'src/greet.ts': undefined },
    ],
    [
      'a file that has another name',
      {
        'src/greet.ts': GREET.replace('./name.ts', './called.ts'),
        'src/called.ts': FILES['src/name.ts'],
        'src/name.ts': undefined,
      },
    ],
    [
      'other settings of a function',
      { 'src/greet.ts': GREET.replace('lambda(', 'lambda({ memory: 512 }, ') },
    ],
    [
      'a resource more, which another function uses already',
      {
        'src/service.ts': `${FILES['src/service.ts']}export const more = app.table('More', { partitionKey: 'id' });\n`,
        'src/greet.ts': GREET.replace('{ app }', '{ app, more }').replace(
          '[greeting',
          '[more.name, greeting',
        ),
      },
    ],
  ])('%s', async (_, change) => {
    const { config, remembered: before } = await remembered(later());
    await write(config, change);
    const after = await prepareApp(config, { remembered: before });
    expect(all(after)).toStrictEqual(all(await prepareApp(config)));
  });
});

test('functions that a change does not reach are the very ones from before', async () => {
  const { config, made, remembered: before } = await remembered(later());
  await write(config, { 'src/greet.ts': GREET.replace('[greeting, name]', '[name]') });
  const { built, remembered: now } = await prepareApp(config, { remembered: before });
  const contentOf = (functions: typeof built.functions, name: string) =>
    functions.find((one) => one.function === name)?.entries[0]?.content;
  for (const name of ['api', 'tick']) {
    expect(contentOf(built.functions, name)).toBe(contentOf(made.built.functions, name));
  }
  expect(contentOf(built.functions, 'greet')).not.toEqual(contentOf(made.built.functions, 'greet'));
  expect(now).not.toBe(before);
});

test('an app that is the same is not made again', async () => {
  const { config, made, remembered: before } = await remembered(later());
  const after = await prepareApp(config, { remembered: before });
  expect(after.built).toBe(made.built);
  expect(after.remembered).toBe(before);
});

test.each([
  ['has changed since', later(), { 'node_modules/greetings/index.js': "exports.greeting = 'hi';" }],
  ['had changed just before it was made, and could change again unseen', 0, {}],
])('nothing is used again of an app a package of which %s', async (_, since, change) => {
  const { config, remembered: before } = await remembered(since);
  // The first look, in which the package is as it was.
  before.again();
  await write(config, change);
  const { app, outputs, madeOf } = before.again();
  expect(app).toBeUndefined();
  expect(outputs.size).toBe(0);
  expect(madeOf(await loadApp(config))).toBeUndefined();
});
