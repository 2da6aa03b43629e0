import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTarget, type Target } from '../../packages/cli/src/aws/target.ts';
import { type Engine, seenFrom } from './engine.ts';

/** One account of an engine: what is in it, no other account sees, and its calls wait for no other's throttle. */
export interface Account {
  /** Twelve digits. */
  readonly id: string;
  readonly region: string;
  /** The engine as this account's own. */
  readonly engine: Engine;
  readonly target: Target;
}

/** Accounts of one engine. */
export interface Accounts {
  readonly all: readonly Account[];
  close(): Promise<void>;
}

/**
 * Opens some accounts, in which deploys can go on at the same time. The engine takes an access key of
 * twelve digits for the account. Sets `AWS_ENDPOINT_URL` and the files of profiles for the rest of the process.
 */
export async function openAccounts(engine: Engine, size: number, region: string): Promise<Accounts> {
  const folder = await mkdtemp(join(tmpdir(), 'tankard-accounts-'));
  const ids = Array.from({ length: size }, (_, index) => String(123456789012 + index));
  const profiles = ids.map((id) => `[${id}]\naws_access_key_id = ${id}\naws_secret_access_key = test\n`);
  const file = join(folder, 'credentials');
  await writeFile(file, profiles.join('\n'));
  Object.assign(process.env, { AWS_ENDPOINT_URL: engine.endpoint, AWS_SHARED_CREDENTIALS_FILE: file });
  const all = await Promise.all(ids.map((id) => openAccount(engine, id, region)));
  return {
    all,
    close: async () => {
      for (const { target } of all) target.clients.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openAccount(engine: Engine, id: string, region: string): Promise<Account> {
  const target = await openTarget({ profile: id, region, env: process.env });
  return { id, region, target, engine: seenFrom(engine, id, region) };
}

/**
 * An engine's account as one user may work in it. Sets `AWS_ENDPOINT_URL` and the user's key for the rest
 * of the process.
 */
export async function accountOf(engine: Engine, user: Engine['client']['credentials']): Promise<Account> {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: engine.endpoint,
    AWS_ACCESS_KEY_ID: user.accessKeyId,
    AWS_SECRET_ACCESS_KEY: user.secretAccessKey,
  });
  const { region } = engine.client;
  const target = await openTarget({ region, env: process.env });
  return { id: target.account, region, engine, target };
}
