// `npm run bench -- NAME…`: installs what the benches run against, and starts them on Node 24.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from '../conformance/prepare/cache.mjs';
import { pythonEnvironment } from '../conformance/prepare/python.mjs';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const names = process.argv.slice(2);
const environment = (name) => pythonEnvironment(cacheFolder(root), name);
const { status } = spawnSync(join(bin, 'node'), [join(import.meta.dirname, 'run-benches.ts'), ...names], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${bin}:${process.env.PATH}`,
    CONFORMANCE_MINISTACK: await environment('ministack'),
    ...(names.includes('policies') && {
      BENCH_CHALICE: await environment('chalice'),
      BENCH_POLICY_AUTOPILOT: await environment('policy-autopilot'),
    }),
  },
});
process.exit(status ?? 1);
