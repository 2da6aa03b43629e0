// `npm run budget`: measures again what is committed in `bench/results/budget.json`, and fails on a step back.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judge } from './judge.ts';
import { measures } from './measures.ts';

const { values } = parseArgs({
  options: {
    /** A file for `{ passed, failed }`. */
    result: { type: 'string' },
    /** Where the committed results are. */
    against: { type: 'string', default: join(import.meta.dirname, '..', 'results', 'budget.json') },
    /** Only measures whose names begin so. */
    only: { type: 'string', default: '' },
  },
});
const { runs } = JSON.parse(readFileSync(values.against, 'utf8'));
const committed = Object.fromEntries(
  runs.map(({ name, value }: { name: string; value: number }) => [name, value]),
);
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-budget-'));
const counts = { passed: 0, failed: 0 };
try {
  for (const measure of measures(folder).filter(({ name }) => name.startsWith(values.only))) {
    const { passed, text } = await judge(measure, committed);
    counts[passed ? 'passed' : 'failed'] += 1;
    console.log(`${passed ? '✔' : '✘'} ${text}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (values.result) writeFileSync(values.result, JSON.stringify(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
