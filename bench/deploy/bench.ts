import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCountingProxy } from '../../conformance/engines/counting-proxy.ts';
import { startMiniStack } from '../../conformance/engines/ministack.ts';
import { type Measured, measured } from '../measured.ts';
import { type BenchResult, median } from '../result.ts';
import { manyFunctions } from './many-functions.ts';

const RUNS = 3;
const FUNCTIONS = 100;
const tankard = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'tankard');
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
    await measured([tankard, 'package', '--out', zips], { cwd: project, env: {} });
    for (let run = 0; run < RUNS; run += 1) {
      rmSync(join(project, '.tankard'), { recursive: true, force: true });
      runs.push(
        ...(await onEngine(project, [
          ['deploy', [tankard, 'deploy', '--yes', '--json']],
          ['deploy, unchanged', [tankard, 'deploy', '--yes', '--json']],
        ])),
        ...(await onEngine(project, [
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

async function onEngine(cwd: string, programs: readonly Program[]): Promise<readonly Run[]> {
  const engine = await startMiniStack();
  const proxy = await startCountingProxy(engine.endpoint);
  const env = {
    AWS_ENDPOINT_URL: proxy.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  try {
    const runs: Run[] = [];
    for (const [what, words] of programs) {
      proxy.forget();
      const run = await measured(words, { cwd, env });
      const [calls, changes] = [proxy.calls().length, proxy.mutations().length];
      runs.push({ what, wall: run.wall, calling: callingOf(run), calls, changes, memory: run.memory });
    }
    return runs;
  } finally {
    await proxy.stop();
    await engine.stop();
  }
}

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
