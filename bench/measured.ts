import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cpuTime } from './cpu-time.mjs';

/** A run of a program. */
export interface Measured {
  /** Milliseconds from its start to its end. */
  readonly wall: number;
  /** Milliseconds of the processor's time, of all its processes; Linux counts in tens of them. */
  readonly cpu: number;
  /** The same of its Node processes alone, which is exact. */
  readonly nodeCpu: number;
  /** Bytes that its largest Node process held at its peak. */
  readonly memory: number;
  readonly stdout: string;
}

/** What `taken.mjs` leaves of a process. */
interface Taken {
  readonly memory: number;
  readonly cpu: number;
  readonly left: number;
}

/**
 * Runs a Node program to its end.
 *
 * @throws Error where it fails.
 */
export async function measured(
  words: readonly [program: string, ...rest: readonly string[]],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Measured> {
  const [program, ...rest] = words;
  const folder = mkdtempSync(join(tmpdir(), 'tankard-bench-'));
  const preload = pathToFileURL(join(import.meta.dirname, 'taken.mjs')).href;
  const before = cpuTime(process.pid).ended;
  const began = performance.now();
  const child = spawn(program, rest, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env, NODE_OPTIONS: `--import=${preload}`, BENCH_TAKEN_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  const [code] = await once(child, 'close');
  const wall = performance.now() - began;
  const ended = cpuTime(process.pid).ended - before;
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${stdout}`);
  const taken = readdirSync(folder).map(
    (file): Taken => JSON.parse(readFileSync(join(folder, file), 'utf8')),
  );
  rmSync(folder, { recursive: true });
  const nodeCpu = taken.reduce((sum, one) => sum + one.cpu, 0);
  const cpu = taken.reduce((sum, { left }) => sum + left, ended);
  return { wall, cpu, nodeCpu, memory: Math.max(...taken.map(({ memory }) => memory)), stdout };
}
