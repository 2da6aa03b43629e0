import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engines/engine.ts';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { startTankard, type TankardProcess, tankard } from '../engines/tankard.ts';
import { eventually } from '../eventually.ts';
import { deliveryApp, laterDeliveryApp } from './delivery-app.ts';
import { DELIVERY_CASES, type DeliveryCase } from './delivery-cases.ts';
import { DIFFERENT_DELIVERIES } from './different-deliveries.ts';

/** Beyond the visibility of the table's queues, and the waits between tries of a stream. */
const LONGEST = 20_000;

let ministack: MiniStack;
let local: TankardProcess;
const folders: string[] = [];
const journals = { local: '', ministack: '' };

beforeAll(async () => {
  ministack = await startMiniStack();
  const [here, there] = [newProject('local'), newProject('ministack')];
  local = startTankard(here, ministack, 'local', '--port', '0', '--aws-port', '0');
  const [ready] = await Promise.all([
    eventually(async () => /"endpoint":"([^"]+)"/.exec(local.output())?.[1]),
    tankard(there, ministack, 'deploy', '--stage', 'local', '--yes'),
  ]);
  await Promise.all(DELIVERY_CASES.flatMap(({ send }) => [send(engineAt(ready)), send(ministack)]));
  writeFileSync(join(here, 'src', 'app.ts'), laterDeliveryApp(journals.local));
  writeFileSync(join(there, 'src', 'app.ts'), laterDeliveryApp(journals.ministack));
  await Promise.all([
    eventually(async () => local.output().includes('"kind":"rebuilt"')),
    tankard(there, ministack, 'deploy', '--stage', 'local', '--yes'),
  ]);
  // Until a stream is looked at for the first time, nobody says where its newest record is: AWS calls that eventually consistent.
  await eventually(async () => [journals.local, journals.ministack].every(hasBegun));
  await Promise.all(
    DELIVERY_CASES.flatMap(({ sendLater }) => [sendLater?.(engineAt(ready)), sendLater?.(ministack)]),
  );
});
afterAll(async () => {
  local.process.kill('SIGINT');
  await local.ended;
  await ministack.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each(DELIVERY_CASES)('$does', (one) => {
  test(`here, as ${one.page} says`, async () => {
    await expect.poll(() => told('local', one), { timeout: LONGEST }).toEqual(inOrder(one, one.gives));
  });
  test('MiniStack', async () => {
    const gives = inOrder(one, givenThere(one));
    await expect.poll(() => told('ministack', one), { timeout: LONGEST }).toEqual(gives);
  });
});

test('nothing more came, here and there', () => {
  for (const one of DELIVERY_CASES) {
    expect(told('local', one)).toEqual(inOrder(one, one.gives));
    expect(told('ministack', one)).toEqual(inOrder(one, givenThere(one)));
  }
});

/** `1 done` and `2 done` of `1+2 done`. */
const eachOf = (line: string) => {
  const [ids = '', outcome] = line.split(' ');
  return ids.split('+').map((id) => `${id} ${outcome}`);
};

const givenThere = ({ journal, gives }: DeliveryCase) => DIFFERENT_DELIVERIES[journal]?.gives ?? gives;

function newProject(name: keyof typeof journals): string {
  const folder = mkdtempSync(join(tmpdir(), 'tankard-deliveries-'));
  folders.push(folder);
  journals[name] = join(folder, 'journal');
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src', 'app.ts'), deliveryApp(journals[name]));
  symlinkSync(join(import.meta.dirname, '..', 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function engineAt(endpoint: string): Engine {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return { endpoint, client: { endpoint, region: 'us-east-1', credentials } };
}

/** Whether the handlers that came later are at work. */
const hasBegun = (journal: string) => readFileSync(journal, 'utf8').includes('oldest before');

/** What the journal says of a case. */
function told(name: keyof typeof journals, one: DeliveryCase): readonly string[] {
  const journal = journals[name];
  const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : [];
  const start = `${one.journal} `;
  const own = lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
  const different = name === 'ministack' ? DIFFERENT_DELIVERIES[one.journal] : undefined;
  if (different?.cut) return inOrder(one, own.flatMap(eachOf));
  return inOrder(one, one.unique || different?.endless ? [...new Set(own)] : own);
}

const inOrder = ({ ordered }: DeliveryCase, lines: readonly string[]) => (ordered ? lines : lines.toSorted());
