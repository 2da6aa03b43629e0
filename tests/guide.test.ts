import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../packages/cli/src/commands/list.ts';
import { parseWords } from '../packages/cli/src/commands/parse-words.ts';
import { runCommand } from '../packages/cli/src/testing/run-command.ts';
import { commandLines } from './guide/command-lines.ts';
import { blocksOf, pagesIn, readPage } from './guide/pages.ts';
import { snippetProjects } from './guide/snippet-projects.ts';
import { typeTablesModule } from './guide/type-tables.ts';

const root = join(import.meta.dirname, '..');
const pages = [...pagesIn('docs/guide'), readPage('docs/reference/manifest.md'), readPage('README.md')];
const projects = snippetProjects(pages);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tankard-guide-')));
const execute = promisify(execFile);

beforeAll(() => {
  installPackages();
  for (const { name, files } of projects) {
    write(join(name, 'package.json'), '{ "type": "module" }');
    for (const [path, text] of files) write(join(name, path), text);
  }
  write('type-tables.mts', typeTablesModule(pages));
  write(
    'tsconfig.json',
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), include: ['**/*.ts', '**/*.mts'] }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command and the workspace have installed, as a project of a user would. */
function installPackages(): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  const own = join(root, 'packages/cli/node_modules');
  for (const name of readdirSync(own)) {
    const from = name === '@tankard' || name === '@types' ? join(root, 'node_modules') : own;
    symlinkSync(join(from, name), join(modules, name));
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('all code of the guide type-checks, and its tables list exactly what the types have', async () => {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const { stdout } = await execute(tsc, ['-p', folder, '--pretty', 'false']).catch((failed) => failed);
  expect(stdout).toBe('');
});

test.each(projects.map(({ name }) => name))('the app of %s can be packaged', async (name) => {
  const run = await runCommand(join(folder, name), 'package', '--json');
  expect(JSON.parse(run.stdout)).toMatchObject({ ok: true, problems: [] });
});

const tested = projects.filter(({ files }) => [...files.keys()].some((path) => path.endsWith('.test.ts')));

test.each(tested.map(({ name }) => name))('the tests of %s pass', async (name) => {
  const vitest = join(root, 'node_modules/.bin/vitest');
  // The outer run's own marks would make the inner one believe that it is a worker.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' };
  const { stdout } = await execute(vitest, ['run', '--root', join(folder, name)], { env });
  expect(stdout).toMatch(/Tests +\d+ passed \(/);
});

test('the manifest that the reference shows is that of its app', async () => {
  const [shown] = blocksOf(readPage('docs/reference/manifest.md'), 'json');
  const { stdout } = await runCommand(join(folder, 'manifest-1'), 'manifest');
  expect(JSON.parse(stdout)).toEqual(JSON.parse(shown?.text ?? ''));
});

const lines = pages.flatMap(commandLines);

test.each(lines.map((words) => [words.join(' '), words] as const))(
  'tankard %s can be called',
  async (_, words) => {
    expect(await parseWords(words, commands)).toHaveProperty('command');
  },
);
