import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../../errors/problem.ts';
import { listen } from '../../endpoint/listen.ts';
import { createServer, request } from '../../node-http.ts';
import { endProcess, spawnTethered } from '../../processes/tethered.ts';
import { dynoxideBinary } from './binary.ts';

/** A server that speaks DynamoDB's protocol, and the region that it writes into its ARNs where that is its own. */
export interface DynamoDBEngine {
  /** Its address; waits while it is being started again. */
  url(): Promise<string>;
  readonly region?: string | undefined;
  close(): Promise<void>;
}

/** One process of Dynoxide. */
export interface Dynoxide {
  readonly url: string;
  /** Resolves when the process has ended, for whatever reason, with what ended it: `SIGKILL`, `exit code 1`. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** What Dynoxide writes into its ARNs. */
export const DYNOXIDE_REGION = 'dynoxide';

/** Milliseconds; Dynoxide takes about 20. */
const START_LIMIT = 10_000;
/** Milliseconds in which the engine may close its files. */
const STOP_GRACE = 2_000;

/**
 * Dynoxide on a free loopback port, with its data in one SQLite file in `folder`.
 *
 * @throws TankardError LOCAL_DYNAMODB_MISSING where there is none for this machine, LOCAL_DYNAMODB_FAILED where it does not start.
 */
export async function startDynoxide(
  folder: string,
  binary: string | undefined = dynoxideBinary(),
): Promise<Dynoxide> {
  if (!binary) {
    throw new TankardError([
      problem('LOCAL_DYNAMODB_MISSING', {
        message: `No DynamoDB engine comes with tankard for ${process.platform}-${process.arch}.`,
        remedy:
          'Start DynamoDB Local (or any other) and give its address: --dynamodb http://localhost:8000, or TANKARD_DYNAMODB_URL.',
      }),
    ]);
  }
  const port = await freePort();
  const args = ['--host', '127.0.0.1', '--port', String(port), '--db-path', join(folder, 'dynamodb.sqlite')];
  const child = spawnTethered(binary, args, { env: {} });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data));
  child.stderr?.on('data', (data: Buffer) => (output += data));
  const url = `http://127.0.0.1:${port}`;
  const limit = Date.now() + START_LIMIT;
  while (!(await answers(url))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > limit) {
      await endProcess(child, 0);
      throw new TankardError([
        problem('LOCAL_DYNAMODB_FAILED', {
          message: `The DynamoDB engine did not start: ${output.trim() || 'it gave no reason'}.`,
          remedy: `Stop what else uses ${folder}, or remove that folder if its data may go.`,
        }),
      ]);
    }
    await sleep(5);
  }
  return { url, ended, close: () => endProcess(child, STOP_GRACE) };
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false }, (response) => {
      response.resume().on('close', () => resolve(true));
    });
    asked.on('error', () => resolve(false)).end();
  });
}

/** A port that was free a moment ago: the engine takes none by itself. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
