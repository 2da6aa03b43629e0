import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.ts';

/** A third party's AWS in a process of its own, on a loopback port. */
export interface RunningEngine extends Engine {
  /** What it wrote so far, for a failing test. */
  log(): string;
  stop(): Promise<void>;
}

/** How one is started. */
export interface EngineProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** Beside this process's own. */
  readonly env: Readonly<Record<string, string>>;
  /** A path that answers as soon as it can be used. */
  readonly health: string;
}

const READY_WITHIN_MS = 60_000;

/** Starts one on a free port and in a folder of its own, and waits until it answers. */
export async function startEngine(programOn: (port: number) => EngineProgram): Promise<RunningEngine> {
  const port = await freePort();
  const { command, args, env, health } = programOn(port);
  const folder = mkdtempSync(join(tmpdir(), 'tankard-engine-'));
  const server = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  server.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  server.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  const log = () => output.join('');
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReady(server, `${endpoint}${health}`, log);
  return {
    endpoint,
    client: { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } },
    log,
    stop: async () => {
      if (server.exitCode === null) {
        const gone = once(server, 'exit');
        server.kill('SIGTERM');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(server: ChildProcess, url: string, log: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill('SIGKILL');
  throw new Error(`The engine did not start:\n${log()}`);
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
