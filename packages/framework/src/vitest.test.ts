import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { tankard } from './vitest.ts';

const root = join(import.meta.dirname, 'fixtures/decorated');
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const run = promisify(execFile);

function runVitest(config: string) {
  const args = [vitest, 'run', '--root', root, '--config', join(root, config)];
  // The outer run's own marks would make the inner one believe that it is a worker.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' };
  return run(process.execPath, args, { env });
}

const { transform } = tankard();

describe('the plugin for vitest', () => {
  it('lets a decorated class run, which vitest alone can not', async () => {
    const { stdout } = await runVitest('with-plugin.config.ts');
    expect(stdout).toContain('Tests  1 passed (1)');
    await expect(runVitest('without-plugin.config.ts')).rejects.toThrow(
      'SyntaxError: Invalid or unexpected token',
    );
  }, 60_000);

  it.each([
    ['class A {\n  @app.route("GET /")\n  a() {}\n}', 'a.ts'],
    ['class A { @app.route("GET /") a() {} }', 'a.ts?v=1'],
    ['const a = <p/>;\nclass A { @dec a() {} }', 'a.tsx'],
    ['class A { @(dec()) a() {} }', 'a.mts'],
  ])('lowers %j of %s', async (code, id) => {
    expect((await transform(code, `/src/${id}`))?.code).toContain('__decorateElement');
  });

  it.each([
    ['/**\n * @see https://example.com\n */\nexport const a = 1;', '/src/a.ts'],
    ['export const mail = "ann@example.com";', '/src/a.ts'],
    ["import { a } from '@scope/a';", '/src/a.ts'],
    ['class A { @dec a() {} }', '/src/a.css'],
    ['class A { @dec a() {} }', '/node_modules/a/a.ts'],
  ])('leaves %j of %s as it is', async (code, id) => {
    expect(await transform(code, id)).toBeNull();
  });
});
