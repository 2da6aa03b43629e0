import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installOnce, run } from './cache.mjs';

const VERSION = '4.0.2';
/** What the native part of AWS's runtime client is built with. */
const BUILD_TOOLS = ['autoconf', 'automake', 'libtoolize', 'cmake', 'g++', 'make', 'python3'];
const DEBIAN_PACKAGES = ['autoconf', 'automake', 'libtool', 'cmake', 'g++', 'make', 'python3'];

/** AWS's own Runtime Interface Client for Node; its native part is built here, which takes about 90 seconds. */
export function runtimeClient(cache, node) {
  return installOnce(cache, 'runtime-client', VERSION, async (folder) => {
    await provideBuildTools();
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const path = `${dirname(node)}:${process.env.PATH}`;
    await run('npm', ['install', '--no-audit', '--no-fund', `aws-lambda-ric@${VERSION}`], {
      cwd: folder,
      env: { ...process.env, PATH: path },
    });
  });
}

async function provideBuildTools() {
  const missing = BUILD_TOOLS.filter((tool) => !isThere(tool));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !isThere('apt-get')) {
    throw new Error(
      `conformance: AWS's runtime client is built with ${missing.join(', ')}; install them and run again.`,
    );
  }
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', ...DEBIAN_PACKAGES]);
}

function isThere(tool) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}
