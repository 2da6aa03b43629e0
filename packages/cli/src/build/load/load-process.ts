import { fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownProgram } from '../../own-package.ts';
import type { Report } from './report.ts';

/** Milliseconds in which a process that has reported ends by itself. */
const GRACE = 1_000;

/** What came of running the app. */
export type ChildResult =
  | Report
  /** With everything that the app wrote meanwhile. */
  | { readonly kind: 'exited'; readonly code: number; readonly output: string }
  | { readonly kind: 'timed-out' };

/** A process that waits for a load bundle: by the time that there is one, Node and the framework are loaded. */
export interface LoadProcess {
  /** It takes no bundle any more. */
  readonly isUsed: boolean;
  /** Resolves when it has its bundle, or will get none. */
  readonly busy: Promise<void>;
  /**
   * Runs a load bundle, once.
   *
   * @param bundle - absolute path of the file that `bundleForLoading` wrote
   * @param timeout - milliseconds after which the process is killed
   */
  run(bundle: string, timeout: number): Promise<ChildResult>;
  /** Ends a process that is not needed. */
  end(): void;
}

/** Starts a process that holds no credentials. It ends by itself when this one does. */
export function startLoadProcess(project: string): LoadProcess {
  const child = fork(ownProgram('build/load/child'), [], {
    cwd: project,
    env: environment(process.env),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const { promise: result, resolve, reject } = Promise.withResolvers<ChildResult>();
  let hasReported = false;
  // Nobody waits for its end, which takes it another 5 to 10 ms.
  child.on('message', (report) => {
    hasReported = true;
    resolve(report as Report);
  });
  child.on('error', reject);
  child.on('close', (code) => resolve({ kind: 'exited', code: code ?? 1, output }));
  const { promise: busy, resolve: tellBusy } = Promise.withResolvers<void>();
  let isUsed = false;
  const use = () => {
    isUsed = true;
    tellBusy();
  };
  result.then(use, use);
  return {
    get isUsed() {
      return isUsed;
    },
    busy,
    async run(bundle, timeout) {
      use();
      const timer = setTimeout(() => {
        resolve({ kind: 'timed-out' });
        child.kill('SIGKILL');
      }, timeout);
      // One that has ended already is told of by `result`.
      child.send(bundle, () => {});
      return result.finally(() => clearTimeout(timer));
    },
    end() {
      use();
      const kill = () => void child.kill('SIGKILL');
      // By itself it keeps for the next one what Node has compiled.
      if (hasReported) setTimeout(kill, GRACE).unref();
      else kill();
    },
  };
}

/** The user's environment without AWS's variables, so that no call that an app makes while it loads can reach an account. */
function environment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(from).filter(([name]) => !name.startsWith('AWS_') && name !== 'NODE_PATH');
  return {
    ...Object.fromEntries(kept),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nowhere',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    // Halves the time that the app and its packages take to load.
    NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
    TANKARD_LOADING: '1',
  };
}
