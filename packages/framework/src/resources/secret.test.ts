import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../index.ts';

/** Stands where an app's own SDK is: counts the calls, and fails when the ARN says so. */
const SDK = `
exports.calls = 0;
exports.GetSecretValueCommand = class {
  constructor(input) { this.input = input; }
};
exports.SecretsManagerClient = class {
  async send({ input: { SecretId } }) {
    exports.calls += 1;
    if (SecretId === 'broken') throw new Error('AccessDenied');
    return SecretId === 'binary' ? { SecretBinary: Buffer.from('bytes') } : { SecretString: SecretId + exports.calls };
  }
};`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tankard-secret-'));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

async function installSdk(): Promise<void> {
  const sdk = join(folder, 'node_modules/@aws-sdk/client-secrets-manager');
  await mkdir(sdk, { recursive: true });
  await writeFile(join(sdk, 'index.js'), SDK);
}

function secretOf(arn: string) {
  vi.stubEnv('TANKARD_SECRET_KEY', arn);
  return new App('test').secret('Key');
}

test('the value is fetched once and again after five minutes', async () => {
  await installSdk();
  vi.useFakeTimers({ toFake: ['Date'] });
  const secret = secretOf('text');
  expect(await Promise.all([secret.value(), secret.value()])).toEqual(['text1', 'text1']);
  vi.advanceTimersByTime(299_999);
  expect(await secret.value()).toBe('text1');
  vi.advanceTimersByTime(1);
  expect(await secret.value()).toBe('text2');
});

test('a binary secret is read as text', async () => {
  await installSdk();
  expect(await secretOf('binary').value()).toBe('bytes');
});

test('a failed fetch is not kept', async () => {
  await installSdk();
  const secret = secretOf('broken');
  await expect(secret.value()).rejects.toThrow('AccessDenied');
  vi.stubEnv('TANKARD_SECRET_KEY', 'text');
  expect(await secret.value()).toBe('text2');
});

test('the SDK that a bundle holds comes before one that is installed', async () => {
  await installSdk();
  vi.resetModules();
  const { useSecretsSdk } = await import('../lambda.ts');
  const { App: Fresh } = await import('../index.ts');
  class GetSecretValueCommand {}
  class SecretsManagerClient {
    send = async () => ({ SecretString: 'bundled' });
  }
  useSecretsSdk({ GetSecretValueCommand, SecretsManagerClient });
  vi.stubEnv('TANKARD_SECRET_KEY', 'text');
  expect(await new Fresh('test').secret('Key').value()).toBe('bundled');
});

test('a missing SDK is named', async () => {
  const require = () => {
    throw new Error('Cannot find module');
  };
  // The SDK of this workspace may be found by NODE_PATH, wherever the folder is.
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue({ createRequire: () => require } as never);
  await expect(secretOf('text').value()).rejects.toThrow(
    '@aws-sdk/client-secrets-manager, which is not installed',
  );
});
