import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpuTime } from '../cpu-time.mjs';

/** A start of `tankard local`, from the start of its process to its ready line. */
export interface Started {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of the processor's time: of itself, and of its processes that have ended by then. */
  readonly cpu: number;
}

/** @throws Error where it does not become ready. */
export async function untilReady(program: string, project: string): Promise<Started> {
  const words = ['local', '--project', project, '--port', '0', '--aws-port', '0', '--console-port', '0'];
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  let output = '';
  const started = await new Promise<Started>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data;
      if (/ready in/.test(output)) {
        const { own, ended } = cpuTime(child.pid ?? 0);
        resolve({ wall: performance.now() - began, cpu: own + ended });
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  child.kill('SIGINT');
  await exit;
  return started;
}
