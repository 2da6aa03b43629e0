import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../packages/cli/src/commands/list.ts';
import type { ListedCommand } from '../packages/cli/src/commands/listed-command.ts';
import { runLocalOf } from '../packages/cli/src/local/testing/local-process.ts';
import { packedPackages } from '../scripts/pack-packages.mjs';
import { startMiniStack } from './engines/ministack.ts';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** The words of all commands, without what they take. */
function wordsOf(listed: readonly ListedCommand[], above: readonly string[] = []): readonly string[][] {
  return listed.flatMap(({ words, below = [] }) => {
    const own = [...above, words.replace(/ .*/, '')];
    return [own, ...wordsOf(below, own)];
  });
}

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

test('what is published is built, and brings the licences of what is built in', async () => {
  const own = join(project, 'node_modules', '@tankard');
  for (const name of ['framework', 'cli']) {
    const files = await readdir(join(own, name), { recursive: true });
    expect(
      files.filter(
        (file) => /^(src|fixtures)|(?<!\.d)\.m?ts$|\.test\./.test(file) && !file.startsWith('templates'),
      ),
    ).toEqual([]);
  }
  const notice = await readFile(join(own, 'cli', 'dist', 'THIRD-PARTY.txt'), 'utf8');
  expect(notice).toMatch(/^yargs [\d.]+ \(MIT\)\n\n.*copyright/ims);
  const { dependencies } = JSON.parse(await readFile(join(own, 'cli', 'package.json'), 'utf8'));
  expect(dependencies).not.toHaveProperty('yargs');
});

test('an installed command says what that of a checkout says', async () => {
  const helpOf = async (main: string) => {
    const text = `import { main } from ${JSON.stringify(main)};
      const words = ${JSON.stringify([[], ...wordsOf(commands)])};
      const { stdout, stderr } = process;
      for (const each of words) await main([...each, '--help'], { cwd: '.', env: {}, stdout, stderr });
      await main(['invoke'], { cwd: '.', env: {}, stdout, stderr: stdout });`;
    const { stdout } = await run('node', ['--input-type=module', '--eval', text], { cwd: project });
    return stdout;
  };
  const installed = await helpOf('@tankard/cli');
  expect(installed).toContain('local clock [forward]');
  expect(installed).toBe(await helpOf(join(root, 'packages', 'cli', 'src', 'index.ts')));
});

test('an installed command runs the app locally, and serves its console', async () => {
  const bin = join(project, 'node_modules', '@tankard', 'cli', 'dist', 'bin.js');
  const local = await runLocalOf(bin, project);
  try {
    const link = { code: 'docs', url: 'https://docs.example/start' };
    const headers = { 'content-type': 'application/json' };
    const added = await fetch(`${local.url}/links`, { method: 'POST', headers, body: JSON.stringify(link) });
    expect(added.status).toBe(201);
    const followed = await fetch(`${local.url}/docs`, { redirect: 'manual' });
    expect(followed.headers.get('location')).toBe(link.url);
    const [, script = ''] =
      /src="(\/assets\/[\w-]+\.js)"/.exec(await (await fetch(local.console)).text()) ?? [];
    expect((await (await fetch(local.console + script)).text()).length).toBeGreaterThan(100_000);
  } finally {
    await local.end('SIGINT');
  }
});

test('an installed command runs the app in a test', async () => {
  await writeFile(
    join(project, 'src', 'local.test.ts'),
    `import { startLocal } from '@tankard/cli/local';
import { expect, test } from 'vitest';
import * as shop from './app.ts';

test('nobody has added a link', async () => {
  const local = await startLocal(shop);
  expect((await fetch(\`\${local.url}/nowhere\`)).status).toBe(404);
  await local.close();
});
`,
  );
  await expect(npm(project, 'test')).resolves.toBeDefined();
});

test('an installed command plans a deploy', async () => {
  const engine = await startMiniStack();
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: engine.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  try {
    const bin = join(project, 'node_modules', '.bin', 'tankard');
    const { stdout } = await run(bin, ['plan', '--json'], { cwd: project, env });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, empty: false });
  } finally {
    await engine.stop();
  }
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

test('an installed command names its own source where it fails', async () => {
  const broken = join(folder, 'broken');
  await mkdir(broken);
  await writeFile(join(broken, 'tankard.config.ts'), 'export default {};\n');
  await writeFile(join(broken, '.tankard'), 'no folder');
  await expect(tankard(broken, 'package', '--verbose')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/✘ UNEXPECTED[\s\S]+cli\/src\/config\/load-file\.ts:\d+/),
  });
});
