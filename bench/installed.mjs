import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce, run } from '../../conformance/prepare/cache.mjs';

/** Local servers of others that come from npm, each in a folder of its own: no part of this workspace wants them. */
const PACKAGES = {
  serverless: { serverless: '3.40.0', 'serverless-offline': '14.8.2' },
  architect: { '@architect/sandbox': '9.0.0' },
};

/** Installs one unless it is there, and gives its folder. */
export function installed(cache, name) {
  const dependencies = PACKAGES[name];
  return installOnce(cache, `bench-${name}`, dependencies, async (folder) => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
    // serverless-offline 14 asks for Serverless 4, which wants an account, and runs on 3 as well.
    await run('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps'], { cwd: folder });
  });
}
