import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from '../environment.ts';
import type { Engine } from './engine.ts';

/** A running MiniStack: a third party's AWS on a loopback port, which runs our zips and delivers events. */
export interface MiniStack extends Engine {
  /** What it wrote so far, for a failing test. */
  log(): string;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;

/** Starts one on a free port with nothing in it, and waits until it answers. */
export async function startMiniStack(): Promise<MiniStack> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tankard-ministack-'));
  const server = spawn(join(installed('MINISTACK'), 'bin', 'ministack'), [], {
    cwd: folder,
    // It runs functions with the first `node` on PATH, which is Node 24 here.
    env: {
      ...process.env,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  server.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  server.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  const log = () => output.join('');
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReady(server, endpoint, log);
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

async function untilReady(server: ChildProcess, endpoint: string, log: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill('SIGKILL');
  throw new Error(`MiniStack did not start:\n${log()}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
