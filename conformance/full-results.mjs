import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Suites that go through all of their cases only in a full run, and the files that such a run's result is kept in. */
const SUITES = new Map([
  ['tour/tour.test.ts', 'tour'],
  ['stopped/stopped.test.ts', 'stopped'],
  ['deploy-killed.test.ts', 'killed'],
  ['faults/faults.test.ts', 'faults'],
  ['same-resources/same-resources.test.ts', 'same-resources'],
  ['second-reading/moto.test.ts', 'second-reading'],
  ['local/soak.test.ts', 'soak'],
]);

/**
 * Writes what a full run came to into `results/`, a file a suite, to be committed.
 *
 * @param report what vitest's JSON reporter says
 */
export function writeFullResults(report) {
  const folder = join(import.meta.dirname, 'results');
  for (const { name, startTime, endTime, assertionResults: tests } of report.testResults) {
    const suite = relative(import.meta.dirname, name);
    const file = SUITES.get(suite);
    if (!file || tests.length === 0) continue;
    const result = {
      suite,
      date: new Date(endTime).toISOString().slice(0, 10),
      commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
      minutes: Math.round((endTime - startTime) / 60_000),
      versions: { node: process.versions.node, ministack: ministackVersion() },
      ...outcomes(tests),
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${file}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  }
}

function ministackVersion() {
  const text = readFileSync(join(import.meta.dirname, 'python', 'ministack.txt'), 'utf8');
  return /==(\S+)/.exec(text)?.[1];
}

/** How many of each kind of test passed, with the numbers that they noted; and which failed. */
function outcomes(tests) {
  const passed = {};
  for (const { title, status, meta } of tests) {
    if (status !== 'passed') continue;
    // What tests of a kind have in common stands before the first comma or colon.
    const [kind] = title.split(/[,:]/);
    passed[kind] ??= { tests: 0 };
    passed[kind].tests += 1;
    for (const [name, number] of Object.entries(meta ?? {}))
      passed[kind][name] = (passed[kind][name] ?? 0) + number;
  }
  const failed = tests.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName);
  return { passed, failed };
}
