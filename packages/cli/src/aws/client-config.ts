import { readFileSync } from 'node:fs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import type { AwsSettings } from './settings.ts';

// An import of it would load undici: 45 ms of CPU.
const { Agent: HttpAgent } = process.getBuiltinModule('node:http');
const { Agent: HttpsAgent } = process.getBuiltinModule('node:https');

/** More connections at once than steps are done at once. */
const SOCKETS = 50;
/** Milliseconds; a large upload takes longer, but not in silence. */
const SILENCE = 30_000;
/** Tries of one call; with the SDK's backoff they span about half a minute. */
const ATTEMPTS = 8;

/** What the SDK warns of, such as a profile beside keys in the environment, is not what the user asked about. */
const SILENT = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/**
 * What every client is made with. `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_<SERVICE>` are read by the
 * SDK itself, `AWS_CA_BUNDLE` is not.
 *
 * @throws TankardError CA_BUNDLE_UNREADABLE.
 */
export function clientConfig({ profile, region, env, silence = SILENCE }: AwsSettings) {
  const ca = env.AWS_CA_BUNDLE ? certificates(env.AWS_CA_BUNDLE) : undefined;
  const requestHandler = new NodeHttpHandler({
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: SOCKETS }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: SOCKETS, ...(ca && { ca }) }),
    connectionTimeout: 10_000,
    // Not `requestTimeout`, which counts a whole request and would cut uploads short.
    socketTimeout: silence,
  });
  return {
    requestHandler,
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    logger: SILENT,
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
  };
}

function certificates(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new TankardError([
      problem('CA_BUNDLE_UNREADABLE', {
        message: `The file ${file} of AWS_CA_BUNDLE cannot be read.`,
        remedy: 'Have AWS_CA_BUNDLE name a file with certificates in PEM, or unset it.',
      }),
    ]);
  }
}
