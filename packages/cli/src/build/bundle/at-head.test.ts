import { SourceMap } from 'node:module';
import { expect, test } from 'vitest';
import { buildAll, call, only, textOf } from '../testing/built.ts';
import { makeProject } from '../testing/project.ts';

const head =
  "import { App, NotFoundError } from '@tankard/framework';\nexport const app = new App('demo');\n";

async function build(source: string, installed: Readonly<Record<string, string>> = {}, others = {}) {
  const config = await makeProject({ 'src/app.ts': head + source, ...others }, installed);
  return only(await buildAll(config), 'ask');
}

test('a file holds the framework and the function’s own code, without a helper of esbuild', async () => {
  const built = await build('export const ask = app.lambda(() => 1);');
  expect(built.entries.map(({ name }) => name)).toEqual(['index.js']);
  expect(textOf(built, 'index.js')).not.toMatch(/getOwnPropertyDescriptor|__esModule/);
});

test('code that is strict stays strict', async () => {
  const source = '// @ts-nocheck\nexport const ask = app.lambda(() => { notDeclared = 1; });';
  const strict = { 'tsconfig.json': '{ "compilerOptions": { "strict": true } }' };
  await expect(call(await build(source, {}, strict))).rejects.toThrow('notDeclared is not defined');
});

test.each(['cjs', 'esm'])('the map of a file in %s leads below the framework', async (format) => {
  const source = `${format === 'esm' ? 'await 0;\n' : ''}export const ask = app.lambda(() => { throw new Error('no'); });`;
  const built = await build(source);
  expect(built.format).toBe(format);
  const lines = textOf(built, format === 'esm' ? 'index.mjs' : 'index.js').split('\n');
  const line = lines.findIndex((text) => text.includes('new Error("no")'));
  const column = lines[line]?.indexOf('new Error("no")') ?? 0;
  const found = new SourceMap(JSON.parse(built.map)).findEntry(line, column);
  const originalLine = (head + source).split('\n').findIndex((text) => text.includes('new Error'));
  expect(found).toMatchObject({ originalSource: 'src/app.ts', originalLine });
  expect(new SourceMap(JSON.parse(built.map)).findEntry(0, 100)).toEqual({});
});

test('packages get the very framework that the function has, by import and by require', async () => {
  const built = await build(
    `import { isOurs } from 'by-import';
import { isOursToo } from 'by-require';
import * as whole from '@tankard/framework';
const error = new NotFoundError('gone');
export const ask = app.lambda(() => [isOurs(error), isOursToo(error), whole.NotFoundError === NotFoundError]);`,
    {
      'by-import/package.json': '{"name":"by-import","version":"1.0.0","type":"module","main":"index.js"}',
      'by-import/index.js':
        "import { NotFoundError } from '@tankard/framework';\nexport const isOurs = (error) => error instanceof NotFoundError;",
      'by-require/package.json': '{"name":"by-require","version":"1.0.0","main":"index.js"}',
      'by-require/index.js':
        "exports.isOursToo = (error) => error instanceof require('@tankard/framework').NotFoundError;",
    },
  );
  expect(await call(built)).toEqual([true, true, true]);
});
