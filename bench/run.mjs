// `npm run bench -- NAME…`: installs what the benches run against, and starts them on Node 24.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from '../conformance/prepare/cache.mjs';
import { pythonEnvironment } from '../conformance/prepare/python.mjs';
import { installPublished } from './install-published.mjs';
import { installed } from './installed.mjs';
import { buildMake } from './package/build-make.mjs';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const names = process.argv.slice(2);
const cache = cacheFolder(root);
if (['budget', 'deploy', 'local', 'package', 'plan', 'start'].some((name) => names.includes(name)))
  await installPublished();
if (names.includes('package')) await buildMake();
const environment = (name) => pythonEnvironment(cache, name);
const { status } = spawnSync(join(bin, 'node'), [join(import.meta.dirname, 'run-benches.ts'), ...names], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${bin}:${process.env.PATH}`,
    CONFORMANCE_MINISTACK: await environment('ministack'),
    ...((names.includes('policies') || names.includes('local')) && {
      BENCH_CHALICE: await environment('chalice'),
    }),
    ...(names.includes('local') && {
      BENCH_SERVERLESS: await installed(cache, 'serverless'),
      BENCH_ARCHITECT: await installed(cache, 'architect'),
    }),
    ...(['warm', 'batch', 'cold'].some((name) => names.includes(name)) && {
      BENCH_HANDLERS: await installed(cache, 'handlers'),
    }),
    ...(names.includes('policies') && {
      BENCH_POLICY_AUTOPILOT: await environment('policy-autopilot'),
    }),
  },
});
process.exit(status ?? 1);
