import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, median } from '../result.ts';
import { formOf } from './judge.ts';
import { measures } from './measures.ts';

const ROUNDS = 5;

/** Measures what `npm run budget` compares with later. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-budget-'));
  try {
    const runs: { name: string; value: number }[] = [];
    const rows: (readonly string[])[] = [];
    for (const { name, unit, measure } of measures(folder)) {
      const values: number[] = [];
      for (let left = unit === 'bytes' ? 1 : ROUNDS; left > 0; left -= 1) values.push(await measure());
      const value = median(values);
      runs.push({ name, value });
      rows.push([name, formOf(unit, value)]);
    }
    return {
      title: 'What every change is held to',
      about:
        '`npm run budget`, a part of `.ci/run`, measures these again and fails where a zip is 1 % larger, or where the best of five tries takes 35 % more of the processor’s time, beside something that stands still: the handlers by hand and the programs of the sections here.',
      columns: ['', 'committed'],
      rows,
      versions: {},
      runs,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
