import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { askedSession } from '../../packages/cli/src/local/control/ask-session.ts';
import { type LocalProcess, startLocal } from '../../packages/cli/src/local/testing/local-process.ts';
import { openSenders, type Senders } from './senders.ts';

/** A `tankard local` that can be killed and comes again, with clients of it. */
export interface SoakSession {
  senders(): Senders['byHandlers'];
  /** Kills it with SIGKILL and starts it again in the same project. */
  kill(): Promise<void>;
  /** Moves its clock, so that what waits for a retry or its visibility comes. */
  advance(milliseconds: number): Promise<void>;
  /** Megabytes that its process holds. */
  memory(): Promise<number>;
  end(): Promise<void>;
}

export async function startSoakSession(project: string): Promise<SoakSession> {
  let local: LocalProcess = await startLocal(project);
  let senders = openSenders(local);
  return {
    senders: () => senders.byHandlers,
    async kill() {
      await local.end('SIGKILL');
      senders.close();
      local = await startLocal(project);
      senders = openSenders(local);
    },
    async advance(milliseconds) {
      await (await askedSession(project)).advance(milliseconds);
    },
    async memory() {
      const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(local.child.pid)]);
      return Number(stdout) / 1024;
    },
    async end() {
      senders.close();
      await local.end('SIGINT');
    },
  };
}
