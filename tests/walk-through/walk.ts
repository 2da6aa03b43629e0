import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { copyProject } from './copy-project.ts';
import { codeBlocks } from './readme.ts';

/** The Node that runs the tests comes first: the machine may have another. */
export const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };

/** A README's walk-through, with the app of its first block running. */
export interface Walk {
  readonly folder: string;
  /** The shell blocks of the walk-through, the one that starts the app first. */
  readonly blocks: readonly string[];
  /** Runs a block as it stands, but for the port where 3000 is taken on this machine, and gives its output. */
  shell(block: string | undefined): Promise<string>;
  /** Ends the app as Ctrl-C in a terminal does. */
  end(): Promise<void>;
}

/** Starts an example by the first block of its README's walk-through, in a copy of its folder. */
export async function startWalk(example: string): Promise<Walk> {
  const folder = await copyProject(example);
  const blocks = codeBlocks(folder, 'Walk-through', 'sh');
  const [start = ''] = blocks;
  // A process group of its own, as a terminal gives to what it starts.
  const local = spawn('sh', ['-c', start], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = async () => {
    await interrupt(local);
    await rm(folder, { recursive: true, force: true });
  };
  const address = await addressOf(local);
  if (!address) {
    await end();
    throw new Error(`'${start}' named no address`);
  }
  return {
    folder,
    blocks,
    async shell(block = 'false') {
      const commands = block.replaceAll('localhost:3000', address);
      return (await promisify(execFile)('sh', ['-ec', commands], { cwd: folder, env })).stdout;
    },
    end,
  };
}

/** The host and port that the app says it listens on. */
async function addressOf(local: ChildProcess): Promise<string | undefined> {
  let output = '';
  for await (const text of local.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    output += text;
    const found = /http:\/\/((?:localhost|127\.0\.0\.1):3\d\d\d)\b/.exec(output)?.[1];
    // What it says later is not read, but must not fill the pipe.
    if (found) {
      local.stdout?.resume();
      return found;
    }
  }
  return undefined;
}

async function interrupt(local: ChildProcess): Promise<void> {
  if (local.pid === undefined || local.exitCode !== null || local.signalCode !== null) return;
  const ended = once(local, 'exit');
  process.kill(-local.pid, 'SIGINT');
  await ended;
}
