// Runs every check, whatever the ones before it said, and ends with one line that adds them up.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './process.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tankard-ci-'));
const tests = join(folder, 'test.json');
const budget = join(folder, 'budget.json');
const conformance = join(root, '.conformance', 'result.json');
rmSync(conformance, { force: true });

const checks = [
  {
    name: 'test',
    words: ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${tests}`],
    counts: ofVitest,
  },
  { name: 'lint', words: [], counts: () => undefined },
  { name: 'typecheck', words: [], counts: () => undefined },
  { name: 'budget', words: ['--', `--result=${budget}`], counts: () => read(budget) },
  { name: 'conformance', words: [], counts: () => read(conformance) },
];

const total = { passed: 0, failed: 0 };
for (const { name, words, counts } of checks) {
  console.log(`\n# ${name}`);
  const code = await run('npm', ['run', '--silent', name, ...words]);
  // A check that does not count its parts is one; one that stopped before it could count has failed.
  const { passed, failed } = counts() ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  total.passed += passed;
  total.failed += failed === 0 && code !== 0 ? 1 : failed;
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function ofVitest() {
  const result = read(tests);
  return result && { passed: result.numPassedTests, failed: result.numFailedTests };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
