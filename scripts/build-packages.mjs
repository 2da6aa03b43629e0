import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './process.mjs';

/** Writes `dist` of both packages, the framework first because the command is typed by it. */
export async function buildPackages() {
  for (const name of ['framework', 'cli']) {
    const folder = join(root, 'packages', name);
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    const code = await run('tsc', ['-p', join(folder, 'tsconfig.build.json')]);
    if (code !== 0) return code;
    renameFiles(join(folder, 'dist'));
  }
  chmodSync(join(root, 'packages', 'cli', 'dist', 'bin.js'), 0o755);
  return 0;
}

/** tsc rewrites what is imported, but not the address of a file that is started as a process. */
function renameFiles(dist) {
  for (const file of readdirSync(dist, { recursive: true })) {
    if (!file.endsWith('.js')) continue;
    const path = join(dist, file);
    const code = readFileSync(path, 'utf8');
    const renamed = code.replaceAll(/(new URL\('\.{1,2}\/[^']+)\.ts'(, import\.meta\.url\))/g, "$1.js'$2");
    if (renamed !== code) writeFileSync(path, renamed);
  }
}
