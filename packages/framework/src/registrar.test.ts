import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import type { App } from './app.ts';
import { decoratedMethod } from './registrar.ts';

const folder = join(import.meta.dirname, 'fixtures/decorators');
const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc');

/** Compiles the fixture as esbuild does for Lambda, and runs it. */
async function load(mode: 'standard' | 'legacy'): Promise<App> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'decorated.ts')],
    tsconfig: join(folder, `tsconfig.${mode}.json`),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { app }: { app: App } = await import(`data:text/javascript;base64,${code}`);
  return app;
}

describe.each(['standard', 'legacy'] as const)('with %s decorators', (mode) => {
  test('the decorator type-checks on methods that fit and is refused on those that do not', () => {
    const { status, stdout } = spawnSync(tsc, ['-p', `tsconfig.${mode}.json`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  test('a method is called on the instance that the app uses', async () => {
    const { state } = await load(mode);
    const hello = state.registrations.find(({ name }) => name === 'hello');
    expect(hello?.handler({ params: { name: 'Ada' } })).toBe('Hello Ada');
    expect(hello?.member).toEqual({ class: 'Greeter', method: 'hello' });
  });

  test('a static method is registered by the class itself', async () => {
    const { state } = await load(mode);
    const daily = state.registrations.find(({ name }) => name === 'daily');
    expect(daily?.handler({ time: new Date(0) })).toBe('1970-01-01T00:00:00.000Z');
  });
});

test.each([
  ['a field', [undefined, { kind: 'field', name: 'size' }]],
  ['a getter', [() => 1, { kind: 'getter', name: 'size' }]],
  ['a class', [class {}, { kind: 'class', name: 'size' }]],
  ['a field, of the legacy kind', [{}, 'size', undefined]],
  ['a getter, of the legacy kind', [{}, 'size', { get: () => 1 }]],
])('a decorator on %s is refused by name', (_, args) => {
  expect(() => decoratedMethod(args)).toThrow("'size', which is no method");
});
