// Installs the judges into a cache, then lets each of them see what `tankard package` writes.
// With `--full`, suites that take a sample of their cases go through all of them, and their results are kept.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFullResults } from './full-results.mjs';
import { cacheFolder } from './prepare/cache.mjs';
import { pythonEnvironment } from './prepare/python.mjs';
import { runtimeClient } from './prepare/runtime-client.mjs';
import { templateRules } from './prepare/template-rules.mjs';

const full = process.argv.includes('--full');
const words = process.argv.slice(2).filter((word) => word !== '--full');

const root = join(import.meta.dirname, '..');
const cache = cacheFolder(root);
const bin = join(root, 'node_modules', '.bin');
const report = join(root, '.conformance', 'vitest.json');
const result = join(root, '.conformance', 'result.json');

mkdirSync(join(root, '.conformance'), { recursive: true });
rmSync(report, { force: true });
rmSync(result, { force: true });

const [validators, models, clients, ministack, moto, openapi, client, rules] = await Promise.all([
  pythonEnvironment(cache, 'validators'),
  pythonEnvironment(cache, 'models'),
  pythonEnvironment(cache, 'clients'),
  pythonEnvironment(cache, 'ministack'),
  pythonEnvironment(cache, 'moto'),
  pythonEnvironment(cache, 'openapi'),
  runtimeClient(cache, join(bin, 'node')),
  templateRules(cache),
]);
const environment = {
  ...process.env,
  PATH: `${bin}:${process.env.PATH}`,
  CONFORMANCE_VALIDATORS: validators,
  CONFORMANCE_MODELS: models,
  CONFORMANCE_CLIENTS: clients,
  CONFORMANCE_MINISTACK: ministack,
  CONFORMANCE_MOTO: moto,
  CONFORMANCE_OPENAPI: openapi,
  CONFORMANCE_RUNTIME_CLIENT: client,
  CONFORMANCE_TEMPLATE_RULES: rules,
  ...(full && { CONFORMANCE_FULL: '1' }),
};

const vitest = spawnSync(
  join(bin, 'vitest'),
  [
    'run',
    '--config',
    join(import.meta.dirname, 'vitest.config.ts'),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...words,
  ],
  { cwd: import.meta.dirname, stdio: ['ignore', 'inherit', 'inherit'], env: environment },
);

const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
if (full && counts) writeFullResults(counts);
const passed = counts?.numPassedTests ?? 0;
// A suite that could not even start has no failed test of its own.
const failed = Math.max(counts?.numFailedTests ?? 0, vitest.status === 0 ? 0 : 1);
writeFileSync(result, JSON.stringify({ passed, failed }));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
