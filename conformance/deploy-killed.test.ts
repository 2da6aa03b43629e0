import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../tests/walk-through/copy-project.ts';
import { recruitingParameters } from './app-parameters.ts';
import { type CountingProxy, startCountingProxy } from './engines/counting-proxy.ts';
import { type Inventory, inventoryOf } from './engines/inventory.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { seeded } from './engines/seeded.ts';
import { startTankard, tankard } from './engines/tankard.ts';

/** Moments at which each command is killed; all of them with `npm run conformance -- --full`. */
const MOMENTS = process.env.CONFORMANCE_FULL ? 20 : 3;

const parameters = Object.entries(recruitingParameters).flatMap(([name, value]) => [
  '--parameter',
  `${name}=${value}`,
]);
const random = seeded(4);
const moments = Array.from({ length: MOMENTS }, (_, index) => ({
  /** How far the command has come, in percent. */
  part: Math.floor(random() * 100),
  journal: index % 2 === 0 ? 'kept' : 'lost',
}));

let engine: MiniStack;
let proxy: CountingProxy;
let project: string;
let onMutation = () => {};
beforeAll(async () => {
  engine = await startMiniStack();
  proxy = await startCountingProxy(engine.endpoint, ({ mutates }) => {
    if (mutates) onMutation();
    return undefined;
  });
  project = await copyProject('recruiting');
});
afterAll(async () => {
  await proxy?.stop();
  await engine?.stop();
  await rm(project, { recursive: true, force: true });
});

const deploy = () => tankard(project, proxy, 'deploy', ...parameters);
const remove = () => tankard(project, proxy, 'delete', '--yes', '--with-data');
const everything = async () => Object.values(await inventoryOf(engine)).flat();

/** Calls that a command makes to change something. */
async function mutationsOf(command: () => Promise<unknown>): Promise<number> {
  proxy.forget();
  await command();
  return proxy.mutations().length;
}

/** Kills a command as it makes one of its calls: the call takes effect, and nobody hears of it. */
async function killAt(call: number, ...words: readonly string[]): Promise<void> {
  const { process: child, ended } = startTankard(project, proxy, ...words);
  let made = 0;
  onMutation = () => {
    made += 1;
    if (made === call) child.kill('SIGKILL');
  };
  const { code } = await ended;
  onMutation = () => {};
  expect(code).toBeNull();
}

async function loseJournal(journal: string): Promise<void> {
  if (journal === 'lost') await rm(join(project, '.tankard', 'state'), { recursive: true, force: true });
}

describe('a deploy that is killed', () => {
  let whole: Inventory;
  let calls: number;
  beforeAll(async () => {
    calls = await mutationsOf(deploy);
    whole = await inventoryOf(engine);
    await remove();
  });

  it.each(moments)(
    'after $part % of it, with its journal $journal, is ended by the next',
    async ({ part, journal }) => {
      await killAt(1 + Math.floor((part / 100) * calls), 'deploy', ...parameters);
      await loseJournal(journal);
      await deploy();
      expect(await inventoryOf(engine)).toEqual(whole);
      expect(await mutationsOf(deploy)).toBe(0);
      await remove();
      expect(await everything()).toEqual([]);
    },
  );
});

describe('a removal that is killed', () => {
  let calls: number;
  beforeAll(async () => {
    await deploy();
    calls = await mutationsOf(remove);
  });

  it.each(moments)(
    'after $part % of it, with its journal $journal, is ended by the next',
    async ({ part, journal }) => {
      await deploy();
      await killAt(1 + Math.floor((part / 100) * calls), 'delete', '--yes', '--with-data');
      await loseJournal(journal);
      await remove();
      expect(await everything()).toEqual([]);
    },
  );
});
