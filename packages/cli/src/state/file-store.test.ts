import { spawnSync } from 'node:child_process';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { tempProject } from '../testing/temp-project.ts';
import { fileStore } from './file-store.ts';
import { ownHolder } from './holder.ts';
import type { LockHolder } from './store.ts';

const name = { app: 'shop', stage: 'dev', account: '123456789012', region: 'eu-central-1' };
const holder: LockHolder = {
  ...ownHolder({ caller: 'arn:aws:iam::123456789012:user/ann', command: 'deploy' }),
  since: '2026-11-21T12:00:00.000Z',
};
/** A process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['-e', '']).pid;

const storeIn = async () => {
  const project = await tempProject({});
  return { project, store: fileStore(project, name) };
};

test('a journal is what was put there and what was added', async () => {
  const { store } = await storeIn();
  expect(await store.read()).toBeUndefined();
  await store.replace('a\n');
  await store.append('b\n');
  expect(await store.read()).toBe('a\nb\n');
  await store.remove();
  expect(await store.read()).toBeUndefined();
});

test('nothing but the journal stays in the folder', async () => {
  const { project, store } = await storeIn();
  const lock = await store.lock(holder, { break: false });
  await store.replace('a\n');
  await lock.release();
  expect(await readdir(join(project, '.tankard/state'))).toEqual([
    '123456789012-eu-central-1-shop-dev.jsonl',
  ]);
});

test('a second one is kept out and told who is in', async () => {
  const { store } = await storeIn();
  await store.lock(holder, { break: false });
  const problems = await problemsOf(() => store.lock({ ...holder, command: 'delete' }, { break: false }));
  expect(problems).toMatchObject([{ code: 'STATE_LOCKED' }]);
  expect(problems[0]?.message).toContain("runs 'deploy' since 2026-11-21T12:00:00.000Z");
});

test.each([
  ['whose process has ended is taken over', () => ({ ...holder, pid: ended() }), false],
  ['that is broken goes to whoever breaks it', () => holder, true],
])('a lock %s', async (_, first, broken) => {
  const { store } = await storeIn();
  await store.lock(first(), { break: false });
  const lock = await store.lock(holder, { break: broken });
  expect(await problemsOf(() => store.lock(holder, { break: false }))).toMatchObject([
    { code: 'STATE_LOCKED' },
  ]);
  await lock.release();
  await store.lock(holder, { break: false });
});

test('a lock of another machine is never taken over by itself', async () => {
  const { store } = await storeIn();
  await store.lock({ ...holder, machine: 'elsewhere', pid: ended() }, { break: false });
  expect(await problemsOf(() => store.lock(holder, { break: false }))).toMatchObject([
    { code: 'STATE_LOCKED' },
  ]);
});

test('whoever a lock was taken from writes nothing more', async () => {
  const { project, store } = await storeIn();
  await store.lock(holder, { break: false });
  await store.replace('a\n');
  const bob = fileStore(project, name);
  const lock = await bob.lock({ ...holder, caller: 'arn:bob' }, { break: true });
  await bob.append('b\n');
  await lock.release();
  for (const write of [store.append, store.replace]) {
    expect(await problemsOf(() => write('c\n'))).toMatchObject([{ code: 'STATE_LOCKED' }]);
  }
  expect(await bob.read()).toBe('a\nb\n');
});

test('whoever a lock was taken from does not release it', async () => {
  const { store } = await storeIn();
  const old = await store.lock(holder, { break: false });
  const bob = { ...holder, caller: 'arn:bob' };
  await store.lock(bob, { break: true });
  await old.release();
  expect(await store.held()).toMatchObject({ holder: bob });
});

test('a lock gives signs of life until it is released', async () => {
  const { project, store } = await storeIn();
  const lock = await store.lock(holder, { break: false, beat: 5 });
  const file = join(project, '.tankard/state/123456789012-eu-central-1-shop-dev.lock');
  const long = new Date('2020-01-01');
  await utimes(file, long, long);
  await expect.poll(async () => (await stat(file)).mtimeMs).toBeGreaterThan(long.getTime());
  await lock.release();
  expect(await store.held()).toBeUndefined();
});

test('of many that want it at once one gets it', async () => {
  const { store } = await storeIn();
  await store.lock({ ...holder, pid: ended() }, { break: false });
  const tries = Array.from({ length: 8 }, () => store.lock(holder, { break: false }));
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('it knows the accounts that the same stage stands in', async () => {
  const { project, store } = await storeIn();
  expect(await store.accounts()).toEqual([]);
  await store.replace('');
  await fileStore(project, { ...name, account: '999999999999' }).replace('');
  await fileStore(project, { ...name, stage: 'prod' }).replace('');
  expect(await store.accounts()).toEqual(['123456789012', '999999999999']);
});

test('files beside a journal come and go by name', async () => {
  const { store } = await storeIn();
  await store.files.write('a.zip', Buffer.from('zip'));
  expect(await store.files.names()).toEqual(['a.zip']);
  expect(Buffer.from((await store.files.read('a.zip')) ?? []).toString()).toBe('zip');
  await store.files.remove('a.zip');
  expect(await store.files.read('a.zip')).toBeUndefined();
});
