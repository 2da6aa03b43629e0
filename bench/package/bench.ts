import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, measured } from '../measured.ts';
import { publishedCommand, publishedMake } from '../published.ts';
import { type BenchResult, median } from '../result.ts';
import { checkAnswers } from './answers.ts';
import { changeOne, writeApp } from './write-app.ts';

const ROUNDS = 3;
const root = join(import.meta.dirname, '..', '..');
const bare = join(import.meta.dirname, 'bare.mjs');

const apps = [
  { functions: 1, files: 'a file each' },
  { functions: 10, files: 'a file each' },
  { functions: 100, files: 'a file each' },
  { functions: 500, files: 'a file each' },
  { functions: 500, files: 'one file' },
] as const;

type App = (typeof apps)[number];

interface Run {
  readonly app: string;
  readonly what: 'start' | 'bare' | 'cold' | 'unchanged' | 'changed';
  /** Milliseconds, and those of the processor's time. */
  readonly wall: number;
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
}

/** Makes the zips of apps of several sizes, and again with nothing changed and with one function changed. */
export async function bench(): Promise<BenchResult> {
  const runs: Run[] = [];
  for (const app of apps) runs.push(...(await runsOf(app)));
  return {
    title: 'Packaging',
    about: `Plain functions, each in a file of its own or all in one, and the zips of all of them; beside it one call of esbuild for the same handlers without a framework, and a zip of each with the same library. Seconds are the processor's, of all processes: what else the machine does counts little. In brackets: how many times as much as that takes; "over start" is what is left of a run without \`tankard --version\`. With 500 functions a script does the same without the command around it, whose start is Node's, and without the template: CloudFormation takes 500 resources. The first and the last function of both have given the same answer before. Median of ${ROUNDS} rounds, in each of which all take their turn.`,
    columns: [
      'functions',
      'esbuild and zips',
      'first time',
      'nothing changed, over start',
      'one changed',
      'peak memory',
    ],
    rows: apps.map((app) =>
      rowOf(
        runs.filter((run) => run.app === nameOf(app)),
        app,
      ),
    ),
    versions: {},
    runs,
  };
}

const nameOf = ({ functions, files }: App) => (functions === 1 ? '1' : `${functions}, ${files}`);

async function runsOf(app: App): Promise<readonly Run[]> {
  const { functions, files } = app;
  const folder = writeApp(functions, files);
  const [zips, bareZips] = [join(folder, 'zips'), join(folder, 'bare-zips')];
  const words: Parameters<typeof measured>[0] =
    functions < 500
      ? [process.execPath, publishedCommand, 'package', '--project', folder, '--out', zips]
      : [process.execPath, publishedMake, folder, zips];
  const start: Parameters<typeof measured>[0] =
    functions < 500 ? [process.execPath, publishedCommand, '--version'] : [process.execPath, '-e', '0'];
  const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
  const run = (...given: Parameters<typeof measured>[0]) => measured(given, { cwd: root, env });
  const runs: Run[] = [];
  const keep = (what: Run['what'], { wall, cpu, memory }: Measured) => {
    runs.push({ app: nameOf(app), what, wall, cpu, memory });
  };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const made of [zips, bareZips, join(folder, '.tankard')])
        rmSync(made, { recursive: true, force: true });
      keep('start', await run(...start));
      keep('bare', await run(process.execPath, bare, folder, String(functions), bareZips));
      keep('cold', await run(...words));
      if (round === 0) for (const made of [zips, bareZips]) await checkAnswers(made, functions);
      keep('unchanged', await run(...words));
      changeOne(folder, files, round);
      keep('changed', await run(...words));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return runs;
}

function rowOf(runs: readonly Run[], app: App): readonly string[] {
  const of = (what: Run['what'], key: 'cpu' | 'memory' = 'cpu') =>
    median(runs.filter((run) => run.what === what).map((run) => run[key]));
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  return [
    nameOf(app),
    seconds(of('bare')),
    `${seconds(of('cold'))} (${(of('cold') / of('bare')).toFixed(1)} ×)`,
    seconds(of('unchanged') - of('start')),
    seconds(of('changed')),
    `${Math.round(of('cold', 'memory') / 1e6)} MB`,
  ];
}
