import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  type GetSecretValueCommandInput,
  ListSecretsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  SecretsManagerClient,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../engines.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:000000000000:secret';

let data: string;
let engines: Engines;
let client: SecretsManagerClient;

async function start(secrets: Record<string, string> = {}): Promise<void> {
  engines = await startEngines({ data, secrets });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SecretsManagerClient({ endpoint: engines.endpoint, region: 'us-east-1', credentials });
}

async function stop(): Promise<void> {
  client.destroy();
  await engines.close();
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'tankard-secrets-'));
  await start();
});

afterEach(async () => {
  await stop();
  await rm(data, { recursive: true });
});

const get = (SecretId: string, more: Partial<GetSecretValueCommandInput> = {}) =>
  client.send(new GetSecretValueCommand({ SecretId, ...more }));
const put = (SecretId: string, SecretString: string) =>
  client.send(new PutSecretValueCommand({ SecretId, SecretString }));

test('a secret is found by its name and its ARNs, and is there after a restart', async () => {
  const made = await client.send(new CreateSecretCommand({ Name: 'key', SecretString: 'one' }));
  expect(made.ARN).toMatch(new RegExp(`^${ARN}:key-[\\da-f]{6}$`));
  await stop();
  await start();
  for (const id of ['key', made.ARN ?? '', `${ARN}:key`]) expect((await get(id)).SecretString).toBe('one');
  expect(await get('key')).toMatchObject({ VersionId: made.VersionId, VersionStages: ['AWSCURRENT'] });
  await expect(client.send(new CreateSecretCommand({ Name: 'key' }))).rejects.toMatchObject({
    name: 'ResourceExistsException',
  });
});

test('a new value takes the place of the one before, which can still be asked for', async () => {
  const { VersionId } = await client.send(new CreateSecretCommand({ Name: 'key', SecretString: 'one' }));
  await put('key', 'two');
  await client.send(new UpdateSecretCommand({ SecretId: 'key', SecretString: 'three', Description: 'mine' }));
  expect((await get('key')).SecretString).toBe('three');
  expect((await get('key', { VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('two');
  await expect(get('key', { VersionId })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  const pending = { SecretId: 'key', SecretString: 'four', VersionStages: ['AWSPENDING'] };
  const { VersionId: fourth = '' } = await client.send(new PutSecretValueCommand(pending));
  expect((await get('key', { VersionStage: 'AWSPENDING' })).SecretString).toBe('four');
  expect((await get('key')).SecretString).toBe('three');
  const described = await client.send(new DescribeSecretCommand({ SecretId: 'key' }));
  expect(described).toMatchObject({ Name: 'key', Description: 'mine' });
  expect(described.VersionIdsToStages?.[fourth]).toEqual(['AWSPENDING']);
});

test('bytes come back as they were', async () => {
  const SecretBinary = Buffer.from([0, 255, 7]);
  await client.send(new CreateSecretCommand({ Name: 'bytes', SecretBinary }));
  expect(Buffer.from((await get('bytes')).SecretBinary ?? [])).toEqual(SecretBinary);
});

test('a secret of the app has the text of the local file, until a call sets another', async () => {
  await stop();
  await start({ Key: 'from the file', existing: 'there before' });
  engines.secretsManager.setAppSecrets([
    { name: 'Key', physicalName: 'app-local-Key' },
    { name: 'Other', physicalName: 'app-local-Other' },
  ]);
  expect((await get(`${ARN}:app-local-Key`)).SecretString).toBe('from the file');
  expect((await get('existing')).SecretString).toBe('there before');
  const { SecretList } = await client.send(new ListSecretsCommand({}));
  expect(SecretList?.map(({ Name }) => Name)).toEqual(['app-local-Key', 'app-local-Other', 'existing']);
  await put('app-local-Key', 'put');
  expect((await get('app-local-Key')).SecretString).toBe('put');
  expect((await get('app-local-Key', { VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('from the file');

  await expect(get('app-local-Other')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: expect.stringContaining('write "secrets": { "Other": "…" } into tankard.local.json'),
  });
  await put('app-local-Other', 'now');
  expect((await get('app-local-Other')).SecretString).toBe('now');
});

test('a secret that was deleted can be brought back, unless it was deleted for good', async () => {
  await client.send(new CreateSecretCommand({ Name: 'key', SecretString: 'one' }));
  await client.send(new DeleteSecretCommand({ SecretId: 'key' }));
  await expect(get('key')).rejects.toMatchObject({ name: 'InvalidRequestException' });
  expect((await client.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
  await client.send(new RestoreSecretCommand({ SecretId: 'key' }));
  expect((await get('key')).SecretString).toBe('one');
  await client.send(new DeleteSecretCommand({ SecretId: 'key', ForceDeleteWithoutRecovery: true }));
  await expect(get('key')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret.",
  });
});

test('a value is text or bytes, and what is not here is refused by name', async () => {
  await client.send(new CreateSecretCommand({ Name: 'key' }));
  await expect(client.send(new PutSecretValueCommand({ SecretId: 'key' }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  await expect(client.send(new RotateSecretCommand({ SecretId: 'key' }))).rejects.toThrow(
    "tankard local's Secrets Manager has no operation RotateSecret.",
  );
});
