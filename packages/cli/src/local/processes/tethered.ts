import { type ChildProcess, spawn } from 'node:child_process';

export interface TetheredOptions {
  readonly cwd?: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** Gives it a pipe at its descriptor 3, `stdio[3]`, which both write to and read from. */
  readonly pipe?: boolean | undefined;
}

/**
 * Waits for the end of its input, which comes when we close it or die in whatever way, and then kills the whole process group: a
 * child that is busy in a loop could not watch for that itself. `exec` makes the child the shell's own process, so its pid is the child's.
 */
const TETHER = `exec 9<&0 </dev/null
{ read -r _ <&9; kill -KILL -$$; } >/dev/null 2>&1 3<&- &
exec "$@" 9<&-`;

/**
 * Starts a process that cannot outlive this one, however this one ends. Its output comes through `stdout` and `stderr`; its standard input is
 * empty. It has a process group of its own, so that Ctrl-C in a terminal reaches only us.
 */
export function spawnTethered(
  command: string,
  args: readonly string[],
  options: TetheredOptions,
): ChildProcess {
  const { cwd, env, pipe = false } = options;
  const outputs = ['pipe', 'pipe', ...(pipe ? (['pipe'] as const) : [])] as const;
  if (process.platform === 'win32') {
    return spawn(command, args, { cwd, env, stdio: ['ignore', ...outputs] });
  }
  const child = spawn('/bin/sh', ['-c', TETHER, 'sh', command, ...args], {
    cwd,
    env,
    stdio: ['pipe', ...outputs],
    detached: true,
  });
  child.stdin.on('error', () => {});
  child.once('exit', () => child.stdin.destroy());
  return child;
}

/** Ends a process and what it started: asks first, kills after `grace` milliseconds. Resolves when it has ended. */
export function endProcess(child: ChildProcess, grace: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => signal(child, 'SIGKILL'), grace);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    if (grace > 0) child.kill('SIGTERM');
    else signal(child, 'SIGKILL');
  });
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // Ended by itself in between.
  }
}
