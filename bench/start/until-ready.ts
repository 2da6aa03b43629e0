import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A start of `tankard local`, from the start of its process to its ready line. */
export interface Started {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of the processor's time: of itself, and of its processes that have ended by then; nothing where the system has no `/proc`. */
  readonly cpu: number | undefined;
}

/** @throws Error where it does not become ready. */
export async function untilReady(program: string, project: string): Promise<Started> {
  const words = ['local', '--project', project, '--port', '0', '--aws-port', '0', '--console-port', '0'];
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let output = '';
  const started = await new Promise<Started>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data;
      if (/ready in/.test(output)) resolve({ wall: performance.now() - began, cpu: cpuOf(child.pid) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  child.kill('SIGINT');
  await ended;
  return started;
}

/** Linux counts in hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function cpuOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * 10;
}
