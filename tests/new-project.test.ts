import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const ofCommand = join(root, 'packages', 'cli', 'node_modules');

let folder: string;
let project: string;

const run = (program: string, ...words: readonly string[]) =>
  promisify(execFile)(join(root, 'node_modules', '.bin', program), words, { cwd: project });

// In place of an install, which would need the network; `conformance/published.test.ts` does that.
beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'tankard-new-'));
  project = join(folder, 'shop');
  await promisify(execFile)(join(root, 'node_modules', '.bin', 'tankard'), ['new', 'shop'], { cwd: folder });
  await mkdir(join(project, 'node_modules'));
  for (const name of ['@tankard', '@aws-sdk', 'zod', 'vitest']) {
    await symlink(join(ofCommand, name), join(project, 'node_modules', name));
  }
  await symlink(join(root, 'node_modules', '@types'), join(project, 'node_modules', '@types'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a new project type-checks', async () => {
  await expect(run('tsc', '-p', '.')).resolves.toBeDefined();
});

test('the tests of a new project pass', async () => {
  await run('vitest', 'run', '--reporter=json', '--outputFile=report.json');
  expect(JSON.parse(await readFile(join(project, 'report.json'), 'utf8'))).toMatchObject({
    success: true,
    numPassedTests: 4,
  });
});

test('a new project can be packaged', async () => {
  await run('tankard', 'package');
  expect(await readdir(join(project, 'dist'))).toEqual([
    'api.zip',
    'countLinks.zip',
    'maps',
    'template.yaml',
  ]);
});
