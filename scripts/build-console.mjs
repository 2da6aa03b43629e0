import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from './fingerprint.mjs';
import { root, run } from './process.mjs';

const source = join('packages', 'console');
const pages = ['src', 'index.html', 'openapi.html', 'vite.config.ts'].map((name) => join(source, name));
const stamp = join(root, 'packages', 'cli', 'console', 'dist', '.built-from');

/** Builds the page of `tankard local` into the command's package, unless what is there is of this very source. Gives an exit code. */
export async function buildConsole() {
  // The lockfile is for what is built in.
  const wanted = fingerprintOf(['pnpm-lock.yaml', ...pages]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  console.error('Building the console …');
  const vite = join(root, source, 'node_modules', '.bin', 'vite');
  // Its libraries are others in a test.
  const env = { ...process.env, NODE_ENV: 'production' };
  const code = await run(vite, ['build', '--logLevel', 'warn'], { cwd: join(root, source), env });
  if (code === 0) writeFileSync(stamp, wanted);
  return code;
}
