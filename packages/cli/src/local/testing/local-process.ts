import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin.mjs', import.meta.url));

/** A `tankard local` of its own process, as somebody's terminal runs it. */
export interface LocalProcess {
  readonly child: ChildProcess;
  /** Everything that it has written so far. */
  output(): string;
  /** Where the app's routes are served. */
  readonly url: string;
  /** Where AWS's protocols are spoken. */
  readonly endpoint: string;
  /** Where the console is. */
  readonly console: string;
  /** Sends a signal and gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `tankard local` in a project and waits until it is ready; the end of the test ends it. */
export async function startLocal(project: string, ...words: readonly string[]): Promise<LocalProcess> {
  const starting = runLocal(project, ...words);
  onTestFinished(() => starting.then(({ end }) => void end('SIGKILL')));
  return starting;
}

/**
 * Starts `tankard local` in a project and waits until it is ready. Who starts it ends it.
 *
 * @throws Error with all that it has written where it ends before.
 */
export const runLocal = (project: string, ...words: readonly string[]): Promise<LocalProcess> =>
  runLocalOf(BIN, project, ...words);

/** The same of a command that is installed elsewhere, by the file that runs it. */
export async function runLocalOf(
  bin: string,
  project: string,
  ...words: readonly string[]
): Promise<LocalProcess> {
  const ports = words.includes('--port') ? [] : ['--port', '0'];
  const free = ['--aws-port', '0', '--console-port', '0', ...ports];
  const args = ['--no-warnings', bin, 'local', '--project', project, ...free, ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  await new Promise<void>((ready, ended) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        output += data;
        if (/Mail .*\n/.test(output)) ready();
      });
    child.once('exit', (code) => ended(new Error(`tankard local ended with ${code}: ${output}`)));
  });
  const address = (name: string) => new RegExp(`${name} +http://\\S+?:(\\d+)`).exec(output)?.[1];
  return {
    child,
    output: () => output,
    url: `http://127.0.0.1:${address('App')}`,
    endpoint: `http://127.0.0.1:${address('AWS')}`,
    console: `http://localhost:${address('Console')}`,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

/** Whether a process is there, and no zombie. */
export async function isAlive(pid: number): Promise<boolean> {
  const run = promisify(execFile);
  return run('ps', ['-o', 'stat=', '-p', String(pid)]).then(
    ({ stdout }) => !stdout.trim().startsWith('Z'),
    () => false,
  );
}

/** The ids of processes whose command line holds a text. */
export async function processesWith(text: string): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,args=']);
  return stdout
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => Number.parseInt(line, 10));
}
