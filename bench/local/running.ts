import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../conformance/engines/engine-process.ts';
import { type Connections, connections } from './connections.ts';
import type { Contender } from './contender.ts';

const READY_WITHIN = 60_000;

/** A local server that answers. */
export interface Running {
  readonly port: number;
  /** One connection to it. */
  readonly server: Connections;
  /** Milliseconds from its start to its first answer. */
  readonly ready: number;
  /** Puts another greeting into the app's file, as an editor saves it. */
  save(greeting: string): void;
  stop(): Promise<void>;
}

/**
 * Starts a local server with a new copy of its app.
 *
 * @throws Error where its first answer is not the one that all give, or does not come.
 */
export async function start({ app, file, complete, packages, name, command }: Contender): Promise<Running> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `tankard-bench-${app}-`));
  cpSync(join(import.meta.dirname, 'apps', app), folder, { recursive: true });
  complete?.(folder);
  if (packages !== undefined) symlinkSync(packages, join(folder, 'node_modules'));
  const port = await freePort();
  const [program, ...words] = command(port);
  const log = `${folder}.log`;
  const output = openSync(log, 'w');
  const began = performance.now();
  // A process group of its own: some start others.
  const child = spawn(program, words, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      SLS_TELEMETRY_DISABLED: '1',
    },
  });
  const server = connections(port, 1);
  const stop = async () => {
    server.close();
    await end(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    rmSync(log);
  };
  const source = readFileSync(join(folder, file), 'utf8');
  try {
    let first: string | undefined;
    while (first === undefined) {
      if (performance.now() - began > READY_WITHIN || child.exitCode !== null)
        throw new Error('It gives no answer.');
      first = await server.ask().catch(() => sleep(5, undefined));
    }
    const ready = performance.now() - began;
    if (first !== answerOf('Hello')) throw new Error(`It answers ${first}.`);
    const save = (greeting: string) => writeFileSync(join(folder, file), source.replace('Hello', greeting));
    return { port, server, ready, save, stop };
  } catch (error) {
    const written = readFileSync(log, 'utf8');
    await stop();
    throw new Error(`${name}: ${written}`, { cause: error });
  }
}

/** What all must answer. */
export function answerOf(greeting: string): string {
  return JSON.stringify({ message: `${greeting}, Ada!` });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
  await once(child, 'exit');
}
