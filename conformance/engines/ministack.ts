import { join } from 'node:path';
import { installed } from '../environment.ts';
import { type RunningEngine, startEngine } from './engine-process.ts';

/** A running MiniStack: a third party's AWS on a loopback port, which runs our zips and delivers events. */
export type MiniStack = RunningEngine;

/**
 * Starts one on a free port with nothing in it, and waits until it answers.
 *
 * @param settings its own variables, such as `AUTH`.
 */
export const startMiniStack = (settings: Readonly<Record<string, string>> = {}): Promise<MiniStack> =>
  startEngine((port) => ({
    command: join(installed('MINISTACK'), 'bin', 'ministack'),
    args: [],
    // It runs functions with the first `node` on PATH, which is Node 24 here.
    env: {
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
      ...settings,
    },
    health: '/_ministack/health',
  }));
