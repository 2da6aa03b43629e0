import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packedPackages } from '../scripts/pack-packages.mjs';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

let folder = '';
let project = '';

const npm = (cwd: string, ...words: readonly string[]) =>
  run('npm', [...words, '--no-audit', '--no-fund'], { cwd });
const tankard = (cwd: string, ...words: readonly string[]) =>
  run(join(project, 'node_modules', '.bin', 'tankard'), words, { cwd });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tankard-published-'));
  project = join(folder, 'shop');
  const { framework, cli } = await packedPackages();
  await run(join(root, 'node_modules', '.bin', 'tankard'), ['new', 'shop'], { cwd: folder });
  const path = join(project, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.dependencies['@tankard/framework'] = `file:${framework}`;
  manifest.devDependencies['@tankard/cli'] = `file:${cli}`;
  await writeFile(path, JSON.stringify(manifest, null, 2));
  await npm(project, 'install');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a new project that installs the packed packages type-checks', async () => {
  await expect(npm(project, 'run', 'typecheck')).resolves.toBeDefined();
});

test('its tests pass', async () => {
  await expect(npm(project, 'test')).resolves.toBeDefined();
});

test('it is packaged into a template and a zip for each function', async () => {
  await npm(project, 'run', 'package');
  expect(await readdir(join(project, 'dist'))).toEqual(
    expect.arrayContaining(['api.zip', 'countLinks.zip', 'template.yaml']),
  );
});

test('an installed command brings the page of its console', async () => {
  const page = join(project, 'node_modules/@tankard/cli/console/dist');
  const html = await readFile(join(page, 'index.html'), 'utf8');
  const [, script = ''] = /src="\/(assets\/[\w-]+\.js)"/.exec(html) ?? [];
  expect((await readFile(join(page, script), 'utf8')).length).toBeGreaterThan(100_000);
});

test('an installed command makes projects that ask for its own version', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'packages', 'cli', 'package.json'), 'utf8'));
  await tankard(folder, 'new', 'second');
  const made = JSON.parse(await readFile(join(folder, 'second', 'package.json'), 'utf8'));
  expect(made.dependencies['@tankard/framework']).toBe(version);
  expect(made.devDependencies['@tankard/cli']).toBe(version);
});

test('an installed command says what is wrong at its place', async () => {
  await writeFile(
    join(project, 'src', 'broken.ts'),
    "import { App } from '@tankard/framework';\n\nexport const app = new (App as;\n",
  );
  await writeFile(join(project, 'tankard.config.ts'), "export default { entry: 'src/broken.ts' };\n");
  await expect(tankard(project, 'package')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/✘ APP_SYNTAX[\s\S]+at src\/broken\.ts:3/),
  });
});
