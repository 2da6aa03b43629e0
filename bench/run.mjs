// `npm run bench -- NAME…`: installs what the benches run against, and starts them on Node 24.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from '../conformance/prepare/cache.mjs';
import { pythonEnvironment } from '../conformance/prepare/python.mjs';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const { status } = spawnSync(
  join(bin, 'node'),
  [join(import.meta.dirname, 'run-benches.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      CONFORMANCE_MINISTACK: await pythonEnvironment(cacheFolder(root), 'ministack'),
    },
  },
);
process.exit(status ?? 1);
