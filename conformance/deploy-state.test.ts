import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { thisMachine } from '../packages/cli/src/state/holder.ts';
import { openJournal, readJournal } from '../packages/cli/src/state/journal.ts';
import { type S3Place, s3Store } from '../packages/cli/src/state/s3-store.ts';
import type { LockHolder } from '../packages/cli/src/state/store.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';

let engine: MiniStack;
let place: S3Place;
beforeAll(async () => {
  engine = await startMiniStack();
  const s3 = new S3Client({ ...engine.client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'team-state' }));
  place = { s3, bucket: 'team-state', prefix: 'tankard/' };
});
afterAll(async () => {
  place?.s3.destroy();
  await engine?.stop();
});

const account = '123456789012';
let stages = 0;
/** A stage of its own for each test. */
function name() {
  stages += 1;
  return { app: 'shop', stage: `s${stages}`, account, region: 'eu-central-1' };
}
const ann: LockHolder = {
  caller: `arn:aws:iam::${account}:user/ann`,
  host: 'another machine',
  machine: 'another',
  pid: 1,
  command: 'deploy',
  since: '2026-11-21T12:00:00.000Z',
};
const bob: LockHolder = { ...ann, caller: `arn:aws:iam::${account}:user/bob` };
const role = { id: 'role:a', kind: 'role', key: { name: 'a' }, after: [] } as const;

it('keeps what one wrote for the other to read', async () => {
  const stage = name();
  const journal = await openJournal(s3Store(place, stage), stage);
  await Promise.all([
    journal.write({ line: 'begin', ...role }),
    journal.write({ line: 'end', ...role, made: { attributes: { arn: 'x' } }, left: {} }),
  ]);
  const read = await readJournal(s3Store(place, stage));
  expect([...(read?.resources.values() ?? [])]).toMatchObject([
    { id: 'role:a', made: { attributes: { arn: 'x' } } },
  ]);
});

it('refuses a write of whoever has not read what another wrote', async () => {
  const stage = name();
  const ours = s3Store(place, stage);
  const theirs = s3Store(place, stage);
  await ours.read();
  await theirs.read();
  await theirs.replace('theirs\n');
  await expect(ours.append('ours\n')).rejects.toMatchObject({ problems: [{ code: 'STATE_LOCKED' }] });
  expect(await ours.read()).toBe('theirs\n');
});

it('lets one in at a time, and tells the other who is in', async () => {
  const stage = name();
  const store = s3Store(place, stage);
  const lock = await store.lock(ann, { break: false });
  await expect(store.lock(bob, { break: false })).rejects.toThrow(/user\/ann on another machine/);
  await lock.release();
  await (await store.lock(bob, { break: false })).release();
});

it('lets one of many in', async () => {
  const store = s3Store(place, name());
  const tries = Array.from({ length: 5 }, (_, pid) => store.lock({ ...ann, pid }, { break: false }));
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('gives a lock to whoever breaks it, and the one it was taken from does not release it', async () => {
  const store = s3Store(place, name());
  const old = await store.lock(ann, { break: false });
  await store.lock(bob, { break: true });
  await old.release();
  await expect(store.lock(ann, { break: false })).rejects.toThrow(/user\/bob/);
});

it('is of whoever broke its lock from when that one opens it', async () => {
  const stage = name();
  const old = await openJournal(s3Store(place, stage), stage);
  await old.write({ line: 'begin', ...role });
  const journal = await openJournal(s3Store(place, stage), stage, true);
  await expect(old.write({ line: 'begin', ...role })).rejects.toMatchObject({
    problems: [{ code: 'STATE_LOCKED' }],
  });
  await journal.write({ line: 'gone', id: role.id, kind: role.kind, key: role.key });
  expect((await readJournal(s3Store(place, stage)))?.resources.size).toBe(0);
});

it('gives signs of life until it is released, and not when another has broken it', async () => {
  const store = s3Store(place, name());
  const heard = async () => (await store.held())?.heard ?? 0;
  const lock = await store.lock(ann, { break: false, beat: 50 });
  const first = await heard();
  // S3 tells times in whole seconds.
  await expect.poll(heard, { timeout: 10_000 }).toBeGreaterThan(first);
  await store.lock(bob, { break: true });
  await lock.release();
  expect((await store.held())?.holder).toEqual(bob);
});

it('takes over the lock of a process that has ended on this machine', async () => {
  const store = s3Store(place, name());
  // No process has this number: Linux gives none above 2 ** 22.
  await store.lock({ ...ann, machine: thisMachine(), pid: 2 ** 30 }, { break: false });
  await (await store.lock(bob, { break: false })).release();
});

it('keeps files beside the journal, and knows the accounts that the stage stands in', async () => {
  const stage = name();
  const store = s3Store(place, stage);
  await store.files.write('code-1.zip', Buffer.from('zip'));
  expect(await store.files.names()).toEqual(['code-1.zip']);
  expect(Buffer.from((await store.files.read('code-1.zip')) ?? []).toString()).toBe('zip');
  expect(await store.accounts()).toEqual([]);
  await openJournal(store, stage);
  expect(await store.accounts()).toEqual([account]);
  await store.files.remove('code-1.zip');
  await store.remove();
  expect([await store.read(), await store.files.names(), await store.accounts()]).toEqual([
    undefined,
    [],
    [],
  ]);
});
