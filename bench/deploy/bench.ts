import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measured } from '../measured.ts';
import { publishedCommand } from '../published.ts';
import { type BenchResult, median } from '../result.ts';
import { manyFunctions } from './many-functions.ts';
import { onEngine } from './proxied-engine.ts';

const RUNS = 3;
const FUNCTIONS = 100;
const tankard = [process.execPath, publishedCommand] as const;
const bare = join(import.meta.dirname, 'bare.ts');

/** One program against an engine. */
interface Run {
  readonly what: 'deploy' | 'deploy, unchanged' | 'bare script' | 'bare script, looking';
  /** Milliseconds of the whole program, and of its calls alone. */
  readonly wall: number;
  readonly calling: number;
  readonly calls: number;
  readonly changes: number;
  /** Bytes. */
  readonly memory: number;
}

/** Deploys a hundred functions, and again without a change; and makes the same calls from a bare script. */
export async function bench(): Promise<BenchResult> {
  const project = manyFunctions(FUNCTIONS);
  const zips = join(project, 'out');
  const runs: Run[] = [];
  try {
    await measured([...tankard, 'package', '--out', zips], { cwd: project, env: {} });
    for (let run = 0; run < RUNS; run += 1) {
      rmSync(join(project, '.tankard'), { recursive: true, force: true });
      runs.push(
        ...(await inTurn(project, [
          ['deploy', [...tankard, 'deploy', '--yes', '--json']],
          ['deploy, unchanged', [...tankard, 'deploy', '--yes', '--json']],
        ])),
        ...(await inTurn(project, [
          ['bare script', [process.execPath, bare, 'make', String(FUNCTIONS), zips]],
          ['bare script, looking', [process.execPath, bare, 'look', String(FUNCTIONS)]],
        ])),
      );
    }
  } finally {
    rmSync(project, { recursive: true });
  }
  return {
    title: `Deploying ${FUNCTIONS} functions`,
    about: `\`tankard deploy\` of an app with a table and ${FUNCTIONS} functions that write to it, and the same again without a change, to a new MiniStack each time; beside it a bare script that makes the same calls for the functions, their roles and log groups with the same SDK, at the same pace (Lambda's 15 changes a second), as many at once and with the same wait for each function, of zips that are built already. "Calling" leaves out start, build and the look at who is calling. Median of ${RUNS} runs.`,
    columns: ['', 'whole', 'calling', 'calls', 'of them changes', 'peak memory'],
    rows: [
      ...rowsOf(runs, 'deploy', 'bare script'),
      ...rowsOf(runs, 'deploy, unchanged', 'bare script, looking'),
    ],
    runs,
  };
}

type Program = readonly [Run['what'], Parameters<typeof measured>[0]];

const inTurn = (cwd: string, programs: readonly Program[]): Promise<readonly Run[]> =>
  onEngine(cwd, async ({ count }) => {
    const runs: Run[] = [];
    for (const [what, words] of programs) {
      const ran = await count(words);
      const { wall, memory, calls, changes } = ran;
      runs.push({ what, wall, calling: callingOf(ran), calls, changes, memory });
    }
    return runs;
  });

/** The command says it as `duration`, the script prints nothing else. */
function callingOf({ stdout }: Measured): number {
  const said = JSON.parse(stdout) as number | { readonly duration: number };
  return typeof said === 'number' ? said : said.duration;
}

function rowsOf(
  runs: readonly Run[],
  what: Run['what'],
  against: Run['what'],
): readonly (readonly string[])[] {
  const ofRuns = (name: Run['what'], key: Exclude<keyof Run, 'what'>) =>
    median(runs.filter((run) => run.what === name).map((run) => run[key]));
  const row = (name: Run['what']) => [
    name,
    `${(ofRuns(name, 'wall') / 1000).toFixed(1)} s`,
    `${(ofRuns(name, 'calling') / 1000).toFixed(1)} s`,
    String(ofRuns(name, 'calls')),
    String(ofRuns(name, 'changes')),
    `${Math.round(ofRuns(name, 'memory') / 1e6)} MB`,
  ];
  const ratio = (key: Exclude<keyof Run, 'what'>) => {
    const [one, other] = [ofRuns(what, key), ofRuns(against, key)];
    return other === 0 ? '–' : `${(one / other).toFixed(2)} ×`;
  };
  return [
    row(what),
    row(against),
    ['*ratio*', ratio('wall'), ratio('calling'), ratio('calls'), ratio('changes'), ratio('memory')],
  ];
}
