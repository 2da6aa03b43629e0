import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installed } from '../environment.ts';

/** An SDK client with everything that it can ask. */
export interface SdkClient {
  /** `@aws-sdk/client-dynamodb`. */
  readonly client: string;
  readonly operations: readonly string[];
}

/**
 * Every client of the SDK, from the models that AWS makes all of its SDKs from, as botocore brings them (14 MB):
 * installing 440 packages to ask each for its commands would take gigabytes.
 */
export function sdkClients(): readonly SdkClient[] {
  const python = join(installed('MODELS'), 'bin', 'python');
  const script = join(import.meta.dirname, '..', 'python', 'list_operations.py');
  const done = spawnSync(python, [script], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (done.status !== 0) throw new Error(`The models cannot be read: ${done.stderr}`);
  const services = JSON.parse(done.stdout) as readonly { id: string; operations: readonly string[] }[];
  return services.map(({ id, operations }) => ({ client: clientOf(id), operations }));
}

/** The SDK's packages are called after the service's id: `API Gateway` → `client-api-gateway`. */
const clientOf = (id: string): string => `@aws-sdk/client-${id.toLowerCase().replaceAll(/[ _]+/g, '-')}`;
