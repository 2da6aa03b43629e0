import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { manyFunctions } from '../deploy/many-functions.ts';
import { onEngine } from '../deploy/proxied-engine.ts';
import type { Measured } from '../measured.ts';
import { publishedCommand } from '../published.ts';
import { type BenchResult, median } from '../result.ts';

const ROUNDS = 5;
const FUNCTIONS = 500;
const bare = join(import.meta.dirname, '..', 'deploy', 'bare.ts');
const programs = {
  '`tankard plan`': [publishedCommand, 'plan', '--json'],
  'bare script, looking': [bare, 'look', String(FUNCTIONS)],
} as const;

type Name = keyof typeof programs;

interface Run extends Pick<Measured, 'wall' | 'cpu' | 'memory'> {
  readonly what: Name;
  readonly calls: number;
  readonly changes: number;
}

/** Plans the deploy of 500 functions of which nothing has changed, beside a script that looks at each thing once. */
export async function bench(): Promise<BenchResult> {
  const project = manyFunctions(FUNCTIONS);
  const runs: Run[] = [];
  try {
    await onEngine(project, async ({ run, count }) => {
      await run([process.execPath, publishedCommand, 'deploy', '--yes', '--json']);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [what, words] of Object.entries(programs) as [Name, readonly string[]][]) {
          const { wall, cpu, memory, calls, changes, stdout } = await count([process.execPath, ...words]);
          if (what === '`tankard plan`' && !JSON.parse(stdout).empty) throw new Error(`It plans ${stdout}.`);
          runs.push({ what, wall, cpu, memory, calls, changes });
        }
    });
  } finally {
    rmSync(project, { recursive: true });
  }
  return {
    title: `Planning a deploy of ${FUNCTIONS} functions`,
    about: `\`tankard plan\` of an app with a table and ${FUNCTIONS} functions that write to it, all of it deployed to MiniStack and nothing changed, start and all; beside it a bare script that looks at the functions, their roles and log groups once, with the same SDK and at the same pace. "CPU" is the processor's time of all processes; what the command takes beyond the script's is its own: to load the app, to compare, and to start. Median of ${ROUNDS} rounds, in each of which both take their turn.`,
    columns: ['', 'CPU', 'whole', 'calls', 'of them changes', 'peak memory'],
    rows: rowsOf(runs),
    runs,
  };
}

function rowsOf(runs: readonly Run[]): readonly (readonly string[])[] {
  const of = (what: Name, key: Exclude<keyof Run, 'what'>) =>
    median(runs.filter((run) => run.what === what).map((run) => run[key]));
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  const names = Object.keys(programs) as Name[];
  const [ours, theirs] = names as [Name, Name];
  return [
    ...names.map((what) => [
      what,
      seconds(of(what, 'cpu')),
      seconds(of(what, 'wall')),
      String(of(what, 'calls')),
      String(of(what, 'changes')),
      `${Math.round(of(what, 'memory') / 1e6)} MB`,
    ]),
    ['*its own*', seconds(of(ours, 'cpu') - of(theirs, 'cpu')), '', '', '', ''],
  ];
}
