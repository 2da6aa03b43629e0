import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measured } from '../measured.ts';
import { publishedCommand, publishedPackages } from '../published.ts';
import { type BenchResult, median } from '../result.ts';
import { type Started, untilReady } from './until-ready.ts';

const ROUNDS = 5;
const root = join(import.meta.dirname, '..', '..');
const bare = join(import.meta.dirname, 'bare.mjs');
const examples = ['group-mailer', 'recruiting'];

interface Run extends Started {
  readonly what: string;
}

/** Starts the command: for its help beside a bare program of yargs, and until the examples run. */
export async function bench(): Promise<BenchResult> {
  const runs: Run[] = [];
  const copies = new Map(examples.map((name) => [name, copyOf(name)]));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [what, program] of [
        [HELP.bare, bare],
        [HELP.tankard, publishedCommand],
      ] as const) {
        const { wall, nodeCpu, stdout } = await measured([process.execPath, program, '--help'], {
          cwd: root,
          env: {},
        });
        if (!stdout.includes('package')) throw new Error(`${what} says ${stdout}`);
        runs.push({ what, wall, cpu: nodeCpu });
      }
      for (const [name, folder] of copies) {
        rmSync(join(folder, '.tankard'), { recursive: true, force: true });
        runs.push({ what: `${name}, first`, ...(await untilReady(publishedCommand, folder)) });
        runs.push({ what: `${name}, again`, ...(await untilReady(publishedCommand, folder)) });
      }
    }
  } finally {
    for (const folder of copies.values()) rmSync(folder, { recursive: true });
  }
  return {
    title: 'Starting the command',
    about: `From the start of the process: \`--help\` until it ends, beside a bare program of yargs with two commands; \`tankard local\` until its ready line, of both examples, where nothing was kept of them and once more. "CPU" is what the command and its ended processes have taken of the processor by then: on a machine that does other things besides, it says more than the time. Median of ${ROUNDS} rounds, in each of which all take their turn.`,
    columns: ['', 'time', 'CPU'],
    rows: [...new Set(runs.map(({ what }) => what))].map((what) => rowOf(what, runs)),
    versions: { yargs: versionOfYargs() },
    runs,
  };
}

const HELP = { bare: 'yargs alone, `--help`', tankard: '`tankard --help`' };

function rowOf(what: string, runs: readonly Run[]): readonly string[] {
  const of = (name: string, key: 'wall' | 'cpu') =>
    median(runs.filter((run) => run.what === name).map((run) => run[key]));
  const cell = (key: 'wall' | 'cpu') => {
    const ratio = what === HELP.tankard ? ` (${(of(what, key) / of(HELP.bare, key)).toFixed(2)} ×)` : '';
    return `${(of(what, key) / 1000).toFixed(2)} s${ratio}`;
  };
  return [what, cell('wall'), cell('cpu')];
}

/** An example with nothing kept of it. */
function copyOf(example: string): string {
  const from = join(root, 'examples', example);
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `tankard-start-${example}-`));
  for (const name of ['src', 'package.json', 'tsconfig.json', 'tankard.config.ts'])
    cpSync(join(from, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(from, 'node_modules')))
    symlinkSync(
      join(name === '@tankard' ? publishedPackages : join(from, 'node_modules'), name),
      join(folder, 'node_modules', name),
    );
  return folder;
}

function versionOfYargs(): string {
  const file = join(root, 'packages', 'cli', 'node_modules', 'yargs', 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
