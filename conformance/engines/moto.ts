import { join } from 'node:path';
import { installed } from '../environment.ts';
import { type RunningEngine, startEngine } from './engine-process.ts';

/** Starts moto's server, a second reading of AWS's control plane: it runs nothing and delivers nothing. */
export const startMoto = (): Promise<RunningEngine> =>
  startEngine((port) => ({
    command: join(installed('MOTO'), 'bin', 'moto_server'),
    args: ['-H', '127.0.0.1', '-p', String(port)],
    env: { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    health: '/moto-api/data.json',
  }));
