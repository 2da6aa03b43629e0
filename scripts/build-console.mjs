import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './process.mjs';

const source = join(root, 'packages', 'console');
const stamp = join(root, 'packages', 'cli', 'console', 'dist', '.built-from');

/** Builds the page of `tankard local` into the command's package, unless what is there is of this very source. Gives an exit code. */
export async function buildConsole() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  console.error('Building the console …');
  const vite = join(source, 'node_modules', '.bin', 'vite');
  // Its libraries are others in a test.
  const env = { ...process.env, NODE_ENV: 'production' };
  const code = await run(vite, ['build', '--logLevel', 'warn'], { cwd: source, env });
  if (code === 0) writeFileSync(stamp, wanted);
  return code;
}

/** Of the source, and of the lockfile for what is built in. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')));
  const files = readdirSync(join(source, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pages = ['index.html', 'openapi.html', 'vite.config.ts'].map((name) => join(source, name));
  for (const path of [...pages, ...files.sort()])
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
