import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const bin = fileURLToPath(new URL('bin.mjs', import.meta.url));
const run = promisify(execFile);

// Says the address of every module that is loaded.
const spy = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ load: (url, context, next) => (process.stderr.write(url + '\\n'), next(url, context)) });
`)}`;

test('the program prints its help and exits with 0', async () => {
  const { stdout } = await run(process.execPath, [bin, '--help']);
  expect(stdout).toMatch(/^tankard <command>/);
});

test('the program exits with the code of what went wrong', async () => {
  await expect(run(process.execPath, [bin, 'pakcage'])).rejects.toMatchObject({ code: 2 });
});

test('the help loads no bundler, no parser and no command', async () => {
  const { stderr } = await run(process.execPath, ['--import', spy, bin, '--help']);
  const loaded = stderr.split('\n');
  expect(loaded.some((url) => url.endsWith('/commands/list.ts'))).toBe(true);
  expect(
    loaded.filter((url) => /esbuild|oxc-parser|archiver|@aws-sdk|commands\/(new|package)\.ts/.test(url)),
  ).toEqual([]);
  expect(loaded.filter((url) => /packages\/(cli|framework)\/src/.test(url)).length).toBeLessThan(25);
});

test('an old Node is refused before it meets any TypeScript', async () => {
  const old = `data:text/javascript,${encodeURIComponent(
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });",
  )}`;
  const run20 = run(process.execPath, ['--import', old, '--import', spy, bin, '--help']);
  const refused = await run20.catch((error: { code: number; stderr: string }) => error);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('this is Node 20.20.2') });
  expect(refused.stderr.split('\n').filter((line) => line.endsWith('.ts'))).toEqual([]);
});

test('a reader that stops early is no error', async () => {
  const program = spawn(process.execPath, [bin, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  program.stdout.destroy();
  let said = '';
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(program, 'close');
  expect({ code, said }).toEqual({ code: 0, said: '' });
});
