import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './process.mjs';

/** Writes `dist` of both packages, the framework first because the command is typed by it. The console's page is built before. */
export async function buildPackages() {
  for (const name of ['framework', 'cli']) {
    const folder = join(root, 'packages', name);
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    const code = await run('tsc', ['-p', join(folder, 'tsconfig.build.json')]);
    if (code !== 0) return code;
  }
  return run('node', [join('scripts', 'bundle.mjs')]);
}
