import { transform } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { saveMaps } from '../../plan/code-maps.ts';
import type { Plan, WantedStep } from '../../plan/plan.ts';
import { saveRelease } from '../../plan/release.ts';
import { given } from '../../plan/testing/given.ts';
import type { DeployLine, EndLine, Line } from '../../state/record.ts';
import type { StateStore } from '../../state/store.ts';
import { memoryStore } from '../../state/testing/memory-store.ts';
import { deployedStacks } from './deployed-stacks.ts';

/** The bundle of a source whose `fails` throws in the given line, and where in it. */
async function bundle(line: number) {
  const source = `${'\n'.repeat(line - 1)}export const fails = () => { throw new Error('here'); };`;
  const { code, map } = await transform(source, {
    minify: true,
    sourcemap: true,
    sourcefile: 'src/app.ts',
  });
  return { map, column: code.indexOf('new Error') + 1 };
}

const minutes = (number: number) => new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
const deployLine = (number: number, at: string, outcome: DeployLine['outcome'] = 'done'): DeployLine => ({
  line: 'deploy',
  number,
  at,
  caller: 'arn:ann',
  outcome,
  tags: [],
});
const left = (digest: string): EndLine => ({
  line: 'end',
  id: 'function:send',
  kind: 'function',
  key: { name: 'shop-dev-send' },
  after: [],
  left: {},
  made: { attributes: {}, facts: { digest } },
});

/** A deploy that brought the code of a line; its release is kept where it was done. */
async function deploy(store: StateStore, number: number, line: number, done = true) {
  const digest = `line${line}`;
  const node = given.function('send', { code: { zip: 'send.zip', digest } });
  const { id, kind, model } = node;
  const step: WantedStep = { action: 'create', id, kind, node, key: {}, properties: {}, after: [] };
  const plan: Plan = { wanted: [step], gone: [], problems: [] };
  const { map } = await bundle(line);
  await saveMaps(plan, store.files, () => map);
  const at = minutes(number);
  if (done) await saveRelease({ number, at }, [{ step, model }], store.files, async () => Buffer.from('zip'));
  await write(store, left(digest), deployLine(number, at, done ? 'done' : 'begun'));
}

const write = (store: StateStore, ...lines: readonly Line[]) =>
  store.append(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

let column: number;
beforeAll(async () => {
  ({ column } = await bundle(1));
});
const placeAt = (store: StateStore, minute: number, file = '/var/task/index.js') =>
  deployedStacks(async () => store).resolve(
    'send',
    Date.parse(minutes(minute)),
    `at fails (${file}:1:${column})`,
  );

test('a line is read by the map of the code that was deployed when it was written', async () => {
  const store = memoryStore();
  await deploy(store, 1, 10);
  await deploy(store, 2, 20);
  expect(await placeAt(store, 1)).toBe('at fails (src/app.ts:10:36)');
  expect(await placeAt(store, 3)).toBe('at fails (src/app.ts:20:36)');
});

test('the code of a deploy that failed half-way has its map too', async () => {
  const store = memoryStore();
  await deploy(store, 1, 10);
  await deploy(store, 2, 20, false);
  expect(await placeAt(store, 3)).toBe('at fails (src/app.ts:20:36)');
});

test('after a rollback it is the earlier map again', async () => {
  const store = memoryStore();
  await deploy(store, 1, 10);
  await deploy(store, 2, 20);
  await write(store, left('line10'), deployLine(1, minutes(5)));
  expect(await placeAt(store, 4)).toBe('at fails (src/app.ts:20:36)');
  expect(await placeAt(store, 6)).toBe('at fails (src/app.ts:10:36)');
});

test.each([
  ['before the first deploy', 0, '/var/task/index.js'],
  ['in a file beside the bundle', 1, '/var/task/sdk.js'],
])('a place %s stays as it is', async (_, minute, file) => {
  const store = memoryStore();
  await deploy(store, 1, 10);
  expect(await placeAt(store, minute, file)).toBe(`at fails (${file}:1:${column})`);
});

test('a record that cannot be read leaves the text as it is, and is not asked about other texts', async () => {
  let opened = 0;
  const stacks = deployedStacks(async () => {
    opened += 1;
    throw new Error('Access denied');
  });
  expect(await stacks.resolve('send', 0, 'no place')).toBe('no place');
  expect(opened).toBe(0);
  expect(await stacks.resolve('send', 0, '/var/task/index.js:1:1')).toBe('/var/task/index.js:1:1');
});
