import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { tempProject } from '../testing/temp-project.ts';

async function run(cwd: string, ...words: string[]) {
  const { code, stdout } = await runCommand(cwd, 'new', ...words, '--json');
  return { code, report: JSON.parse(stdout) };
}

test('a new project has its name everywhere and no placeholder left', async () => {
  const cwd = await tempProject({});
  const { code, report } = await run(cwd, 'shop-links');
  expect(code).toBe(0);
  expect(report).toMatchObject({ ok: true, folder: join(cwd, 'shop-links') });
  expect(report.files).toEqual([
    '.gitignore',
    'README.md',
    'package.json',
    'pnpm-workspace.yaml',
    'src/app.test.ts',
    'src/app.ts',
    'tankard.config.ts',
    'tsconfig.json',
  ]);
  const texts = await Promise.all(
    report.files.map((file: string) => readFile(join(cwd, 'shop-links', file), 'utf8')),
  );
  expect(texts.join('\n')).not.toMatch(/\{\{\w+\}\}/);
  expect(texts.join('\n')).toContain("new App('shop-links')");
  expect(JSON.parse(texts[2])).toMatchObject({ name: 'shop-links' });
});

test('a project that is made in a checkout is linked to it', async () => {
  const cwd = await tempProject({});
  await run(cwd, 'shop');
  const { dependencies, devDependencies } = JSON.parse(
    await readFile(join(cwd, 'shop/package.json'), 'utf8'),
  );
  expect(dependencies['@tankard/framework']).toMatch(/^link:.*framework$/);
  expect(devDependencies['@tankard/cli']).toMatch(/^link:.*cli$/);
});

test('a project that is made in a checkout has a Node of its own, that of the checkout', async () => {
  const cwd = await tempProject({});
  await run(cwd, 'shop');
  const { devDependencies } = JSON.parse(await readFile(join(cwd, 'shop/package.json'), 'utf8'));
  const root = new URL('../../../../package.json', import.meta.url);
  expect(devDependencies.node).toBe(JSON.parse(await readFile(root, 'utf8')).devDependencies.node);
  expect(await readFile(join(cwd, 'shop/pnpm-workspace.yaml'), 'utf8')).toContain('  node: true');
});

test('a new project is as open to others as any new folder', async () => {
  const cwd = await tempProject({});
  await run(cwd, 'shop');
  await mkdir(join(cwd, 'other'));
  expect((await stat(join(cwd, 'shop'))).mode).toBe((await stat(join(cwd, 'other'))).mode);
});

test('--project names the folder, and an empty one will do', async () => {
  const cwd = await tempProject({});
  await mkdir(join(cwd, 'apps/one'), { recursive: true });
  expect((await run(cwd, 'shop', '--project', 'apps/one')).code).toBe(0);
  expect(await readdir(join(cwd, 'apps'))).toEqual(['one']);
});

test('a folder that holds something is left alone', async () => {
  const cwd = await tempProject({ 'shop/keep.txt': 'mine' });
  const { code, report } = await run(cwd, 'shop');
  expect(code).toBe(1);
  expect(report.problems).toMatchObject([{ code: 'NEW_FOLDER_NOT_EMPTY' }]);
  expect(await readdir(join(cwd, 'shop'))).toEqual(['keep.txt']);
});

test('a file in the place of the folder is left alone', async () => {
  const cwd = await tempProject({});
  await writeFile(join(cwd, 'shop'), 'mine');
  expect((await run(cwd, 'shop')).report.problems).toMatchObject([{ code: 'NEW_FOLDER_NOT_EMPTY' }]);
});

test('a folder that cannot be made is OUTPUT_NOT_WRITABLE and leaves nothing', async () => {
  const cwd = await tempProject({ file: 'not a folder' });
  const { code, report } = await run(cwd, 'shop', '--project', 'file/below/shop');
  expect(code).toBe(1);
  expect(report.problems).toMatchObject([{ code: 'OUTPUT_NOT_WRITABLE' }]);
});

test('a folder on a file system that takes none is OUTPUT_NOT_WRITABLE', async () => {
  const { code, report } = await run(await tempProject({}), 'shop', '--project', '/proc/tankard/deep/shop');
  expect(code).toBe(1);
  expect(report.problems).toMatchObject([{ code: 'OUTPUT_NOT_WRITABLE' }]);
});

test.each(['Shop', '9lives', 'a_b', '../up', 'a'.repeat(41)])('the name %s is refused', async (name) => {
  const cwd = await tempProject({});
  const { code, report } = await run(cwd, name);
  expect(code).toBe(1);
  expect(report.problems).toMatchObject([{ code: 'NEW_NAME_INVALID' }]);
});
