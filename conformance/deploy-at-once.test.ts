import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownHolder } from '../packages/cli/src/state/holder.ts';
import type { LockHolder } from '../packages/cli/src/state/store.ts';
import { copyProject } from '../tests/walk-through/copy-project.ts';
import { mailerParameters } from './app-parameters.ts';
import { type CountingProxy, startCountingProxy } from './engines/counting-proxy.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { startTankard, type TankardRun, tankard } from './engines/tankard.ts';
import { readEngine } from './tour/reading/read-engine.ts';
import type { Reading } from './tour/reading/reading.ts';

const BUCKET = 'team-state';
const JOURNAL = '000000000000-us-east-1-group-mailer-dev';
const words = [
  'deploy',
  '--yes',
  ...Object.entries(mailerParameters).flatMap(([name, value]) => ['--parameter', `${name}=${value}`]),
];

let engine: MiniStack;
let proxy: CountingProxy;
let s3: S3Client;
/** The projects of two people; Bob's has a journal of its own unless they share one in S3. */
let ann: string;
let bob: string;
/** What a deploy that is alone ends in. */
let whole: Reading;
/** Waited for before a call that changes something else than the state. */
let hold: () => Promise<void> = async () => {};
beforeAll(async () => {
  engine = await startMiniStack();
  s3 = new S3Client({ ...engine.client, forcePathStyle: true });
  proxy = await startCountingProxy(engine.endpoint, async ({ mutates, service }) => {
    if (mutates && service !== 's3') await hold();
    return undefined;
  });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  ann = await copyProject('group-mailer');
  bob = await copyProject('group-mailer');
  await deploy(ann);
  whole = await reading();
  await removeAll(ann);
});
afterAll(async () => {
  s3?.destroy();
  await proxy?.stop();
  await engine?.stop();
  for (const project of [ann, bob]) if (project) await rm(project, { recursive: true, force: true });
});

const start = (project: string, ...more: readonly string[]) =>
  startTankard(project, proxy, ...words, ...more).ended;
const deploy = (project: string, ...more: readonly string[]) => tankard(project, proxy, ...words, ...more);
const removeAll = (project: string) => tankard(project, proxy, 'delete', '--yes', '--with-data');

/** Everything but the bucket of the state. */
async function reading(): Promise<Reading> {
  const { [`bucket ${BUCKET}`]: _, ...rest } = await readEngine(engine);
  return rest;
}

/** Both ended well, or one of them was told to wait. */
function expectOneAtATime(runs: readonly TankardRun[]): void {
  const refused = runs.filter(({ code }) => code !== 0);
  expect(refused.length).toBeLessThan(runs.length);
  for (const { code, json } of refused) {
    expect(code).toBe(1);
    expect(json?.problems).toMatchObject([{ code: 'STATE_LOCKED' }]);
  }
}

const stateIn = async (project: string): Promise<void> => {
  await writeFile(join(project, 'tankard.config.ts'), `export default { state: 's3://${BUCKET}' };\n`);
};

describe.each([
  { place: 'a folder', shared: false },
  { place: 'S3', shared: true },
])('two deploys of one stage whose state is in $place', ({ shared }) => {
  /** On this machine they share a folder, and over S3 they need not. */
  let other: string;
  beforeAll(async () => {
    other = shared ? bob : ann;
    if (shared) for (const project of [ann, bob]) await stateIn(project);
  });
  afterEach(async () => {
    hold = async () => {};
    await removeAll(ann);
  });

  it('come to the right end when they start together, and find the lock of one that was killed', async () => {
    // No process has this number: Linux gives none above 2 ** 22.
    await leaveLock(shared, { ...ownHolder({ caller: 'ann', command: 'deploy' }), pid: 2 ** 30 });
    expectOneAtATime(await Promise.all([start(ann), start(other)]));
    expect(await reading()).toEqual(whole);
    proxy.forget();
    await deploy(other);
    expect(proxy.mutations().filter((call) => !call.startsWith('s3 '))).toEqual([]);
  });

  it('do not meet: the second is refused while the first is at work', async () => {
    const { arrived, release } = holdFirstCall();
    const first = start(ann);
    await arrived;
    const refused = await start(other);
    expect(refused.code).toBe(1);
    expect(refused.json?.problems).toMatchObject([
      { code: 'STATE_LOCKED', message: expect.stringContaining("runs 'deploy'") },
    ]);
    release();
    expect((await first).code).toBe(0);
    expect(await reading()).toEqual(whole);
  });

  it('come to the right end where the lock of one that is alive is broken', async () => {
    const { arrived, release } = holdFirstCall();
    const first = start(ann);
    await arrived;
    hold = async () => {};
    await deploy(other, '--break-lock');
    release();
    await first;
    expect(await reading()).toEqual(whole);
    expect((await deploy(other)).steps).toEqual([]);
  });

  it('wait for a lock of another machine until somebody breaks it', async () => {
    const elsewhere = { ...ownHolder({ caller: 'ann', command: 'deploy' }), machine: 'another', pid: 1 };
    await leaveLock(shared, elsewhere);
    for (const refused of await Promise.all([start(ann), start(other)])) {
      expect(refused.json?.problems).toMatchObject([{ code: 'STATE_LOCKED' }]);
    }
    await deploy(other, '--break-lock');
    expect(await reading()).toEqual(whole);
  });
});

/** Holds the first call of a deploy that changes something, and with it the deploy. */
function holdFirstCall() {
  const held = Promise.withResolvers<void>();
  const arrival = Promise.withResolvers<void>();
  hold = async () => {
    arrival.resolve();
    await held.promise;
  };
  return { arrived: arrival.promise, release: held.resolve };
}

async function leaveLock(shared: boolean, holder: LockHolder): Promise<void> {
  const text = JSON.stringify(holder);
  if (shared) {
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `${JOURNAL}/lock.json`, Body: text }));
    return;
  }
  const folder = join(ann, '.tankard', 'state');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${JOURNAL}.lock`), text);
}
