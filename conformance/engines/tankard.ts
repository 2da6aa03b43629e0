import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Problem } from '@tankard/framework/manifest';
import type { MiniStack } from './ministack.ts';
import type { IamPolicy } from './user-with.ts';

const command = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'tankard');

/** What the commands print with `--json`, as far as tests look into it. */
export interface TankardJson {
  readonly problems: readonly Problem[];
  readonly outputs?: readonly { readonly name: string; readonly value: string }[];
  readonly steps?: readonly { readonly action: string; readonly id: string }[];
  /** The end of a call's log. */
  readonly log?: readonly string[];
  /** Of a log. */
  readonly lines?: readonly { readonly text: string }[];
  /** Of `policy --deployer`. */
  readonly policy?: IamPolicy;
  /** Resources that are in AWS, and ids of those that are not. */
  readonly there?: number;
  readonly missing?: readonly string[];
}

/** How a run of the command ended. */
export interface TankardRun {
  /** Nothing where a signal ended it. */
  readonly code: number | null;
  /** The one JSON object that it printed; nothing where it printed none, or several. */
  readonly json: TankardJson | undefined;
  readonly stderr: string;
}

/** A process of the command. */
export interface TankardProcess {
  readonly process: ChildProcess;
  readonly ended: Promise<TankardRun>;
  /** What it has printed so far. */
  output(): string;
}

/** What stands in the place of AWS, and who asks it: the engine's root where nobody is named. */
export type TankardEngine = Pick<MiniStack, 'endpoint'> & {
  readonly credentials?: MiniStack['client']['credentials'];
};

/** Starts the command as a user would, with an engine in the place of AWS. */
export function startTankard(
  project: string,
  { endpoint, credentials }: TankardEngine,
  ...words: readonly string[]
): TankardProcess {
  const child = spawn(command, [...words, '--json'], {
    cwd: project,
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: credentials?.accessKeyId ?? 'test',
      AWS_SECRET_ACCESS_KEY: credentials?.secretAccessKey ?? 'test',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, stderr, json: jsonOf(stdout) }));
  return { process: child, ended, output: () => stdout };
}

/** A command that is followed prints an object a line, and then no whole one. */
function jsonOf(stdout: string): TankardJson | undefined {
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

/**
 * Runs the command to its end.
 *
 * @throws Error where it fails.
 */
export async function tankard(...args: Parameters<typeof startTankard>): Promise<TankardJson> {
  const { code, json, stderr } = await startTankard(...args).ended;
  if (code !== 0 || !json) {
    const [, , ...words] = args;
    throw new Error(
      `tankard ${words.join(' ')} ended with ${code}: ${stderr}${JSON.stringify(json?.problems)}`,
    );
  }
  return json;
}
