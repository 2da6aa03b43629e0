import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from './fingerprint.mjs';
import { root, run } from './process.mjs';

export const PNPM = 'pnpm@12.21.0';

const stamp = join(root, 'node_modules', '.tankard-setup');

/** Installs what the lockfile says, unless that has been done already. Gives an exit code. */
export async function setUp() {
  // All that decides what is installed: the lockfile and every package.json of the workspace.
  const wanted = fingerprintOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  // CI=true: never ask whether node_modules may be replaced, there may be nobody to answer.
  const env = { ...process.env, CI: 'true' };
  console.error('Installing what the lockfile says …');
  const code = await run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', '--loglevel', 'error'], {
    env,
  });
  if (code === 0) writeFileSync(stamp, wanted);
  return code;
}

function manifests() {
  const folders = ['packages', 'examples'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(parent, name)),
  );
  return ['.', 'conformance', 'bench', ...folders]
    .map((folder) => join(folder, 'package.json'))
    .filter((path) => existsSync(join(root, path)));
}
