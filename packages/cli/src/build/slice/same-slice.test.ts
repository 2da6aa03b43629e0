import { expect, test } from 'vitest';
import { loadedOf, type Sources } from '../testing/sliced.ts';
import { sliceApp } from './slice-app.ts';

const SOURCES = {
  'src/app.ts':
    "import { app } from './service.ts';\nexport { app };\nimport './greet.ts';\nimport './part.ts';",
  'src/service.ts': "import { App } from '@tankard/framework';\nexport const app = new App('shop');",
  'src/greet.ts': "import { app } from './service.ts';\nexport const greet = app.lambda(() => 'hello');",
  'src/part.ts': "import { app } from './service.ts';\nexport const part = app.lambda(() => 'bye');",
};

function sliced(sources: Sources) {
  const loaded = loadedOf(sources);
  return { ...loaded, slices: sliceApp(loaded) };
}

/** Names of functions whose slices are the very ones from before the change. */
function sameAfter(change: Sources): readonly string[] {
  const { sources, slices } = sliced(SOURCES);
  const after = sliceApp(loadedOf({ ...SOURCES, ...change }), { sources, slices });
  return [...after].filter(([name, slice]) => slice === slices.get(name)).map(([name]) => name);
}

test('slices of an app that is the same are the same', () => {
  expect(sameAfter({})).toEqual(['greet', 'part']);
});

test.each([
  ['another text', { 'src/greet.ts': SOURCES['src/greet.ts'].replace('hello', 'hi') }],
  ['a line more', { 'src/greet.ts': `\n${SOURCES['src/greet.ts']}` }],
  [
    'an import of another file',
    {
      'src/greet.ts': `import { name } from './name.ts';\n${SOURCES['src/greet.ts']}`,
      'src/name.ts': "export const name = 'Ann';",
    },
  ],
  [
    'a registration that stays in any function',
    {
      'src/greet.ts':
        "import { app } from './service.ts';\nif (app) app.lambda({ name: 'greet' }, () => 'hello');",
    },
  ],
])('%s in one file changes the slice of the function that keeps it', (_, change) => {
  expect(sameAfter(change)).not.toContain('greet');
});

test.each([
  ['what all files import', { 'src/service.ts': SOURCES['src/service.ts'].replace('shop', 'store') }],
  ['a statement with an effect', { 'src/greet.ts': `console.log('runs');\n${SOURCES['src/greet.ts']}` }],
])('%s changes the slices of all that keep it', (_, change) => {
  expect(sameAfter(change)).toEqual([]);
});

test('what one function alone keeps does not change the slices of others', () => {
  expect(sameAfter({ 'src/greet.ts': SOURCES['src/greet.ts'].replace('hello', 'good day') })).toEqual([
    'part',
  ]);
});

test('an import that leads to another file than before changes the slice', () => {
  const before = sliced(SOURCES);
  const sources = new Map(before.sources);
  const part = sources.get('/project/src/part.ts');
  if (part) sources.set(part.path, { ...part, imports: new Map([['./service.ts', '/project/src/app.ts']]) });
  expect(sliceApp({ ...before, sources }, before).get('part')).not.toBe(before.slices.get('part'));
});
