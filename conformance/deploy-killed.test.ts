import { cp, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everySourceParameters } from './app-parameters.ts';
import { type CountingProxy, startCountingProxy } from './engines/counting-proxy.ts';
import { makeExistingThings } from './engines/existing-things.ts';
import { forgetSecrets } from './engines/forget-secrets.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { seeded } from './engines/seeded.ts';
import { setTagsOfCreate } from './engines/tags-of-create.ts';
import { startTankard, tankard } from './engines/tankard.ts';
import { edit, everySourceProject } from './every-source/project.ts';
import { secondVersion } from './every-source/second-version.ts';
import { readEngine } from './tour/reading/read-engine.ts';
import type { Reading } from './tour/reading/reading.ts';

/** Moments at which each command is killed; all of them with `npm run conformance -- --full`. */
const MOMENTS = process.env.CONFORMANCE_FULL ? 20 : 1;

const random = seeded(4);
const moments = Array.from({ length: MOMENTS }, (_, moment) => ({
  moment,
  /** How far each command has come, in percent. */
  parts: [random(), random(), random()].map((part) => Math.floor(part * 100)),
}));

const deployment = ['deploy', '--yes', '--parameter', `Sender=${everySourceParameters.Sender}`];
/** One command after another, from an empty stage to an empty stage. */
const commands = [
  { title: 'a first deploy', version: 'first', words: deployment },
  { title: 'a deploy of changes', version: 'second', words: deployment },
  { title: 'a removal', version: 'second', words: ['delete', '--yes', '--with-data'] },
] as const;

let engine: MiniStack;
let proxy: CountingProxy;
/** The app's two versions, which have one journal. */
let projects: Readonly<Record<'first' | 'second', string>>;
/** Of each command where nothing kills it: the calls that change something, and what is there then. */
const whole: { readonly calls: number; readonly end: Reading }[] = [];
let onMutation = () => {};
beforeAll(async () => {
  engine = await startMiniStack();
  await makeExistingThings(engine);
  proxy = await startCountingProxy(engine.endpoint, ({ mutates }) => {
    if (mutates) onMutation();
    return undefined;
  });
  projects = await bothVersions();
  for (const command of commands) {
    proxy.forget();
    await run(command);
    whole.push({ calls: proxy.mutations().length, end: await readEngine(engine) });
  }
  await forgetSecrets(engine);
}, 300_000);
afterAll(async () => {
  await proxy?.stop();
  await engine?.stop();
  for (const project of Object.values(projects ?? {})) await rm(project, { recursive: true, force: true });
});

async function bothVersions() {
  const first = await everySourceProject();
  const second = `${first}-2`;
  await cp(first, second, { recursive: true, verbatimSymlinks: true });
  await edit(second, secondVersion);
  await symlink(join(first, '.tankard'), join(second, '.tankard'));
  return { first, second };
}

type Command = (typeof commands)[number];
const run = ({ version, words }: Command) => tankard(projects[version], proxy, ...words);

/** Kills a command as it makes one of its calls: the call takes effect, and nobody hears of it. */
async function killAt(call: number, { version, words }: Command): Promise<void> {
  const { process: child, ended } = startTankard(projects[version], proxy, ...words);
  let made = 0;
  onMutation = () => {
    made += 1;
    if (made === call) child.kill('SIGKILL');
  };
  const { code } = await ended;
  onMutation = () => {};
  expect(code).toBeNull();
}

describe.each(moments)('a command that is killed: moment $moment', ({ moment, parts }) => {
  const cases = commands.map((command, index) => ({
    ...command,
    index,
    part: parts[index] ?? 0,
    journal: (moment + index) % 2 === 0 ? 'kept' : 'lost',
  }));

  it.each(cases)(
    '$title, after $part % of it, with its journal $journal, is ended by the next',
    async ({ index, part, journal, ...command }) => {
      const { calls = 0, end = {} } = whole[index] ?? {};
      await killAt(1 + Math.floor((part / 100) * calls), command);
      await setTagsOfCreate(engine, { app: 'every-source', stage: 'dev' });
      if (journal === 'lost') {
        await rm(join(projects.first, '.tankard', 'state'), { recursive: true, force: true });
      }
      await run(command);
      expect(await readEngine(engine)).toEqual(end);
      proxy.forget();
      await run(command);
      expect(proxy.mutations()).toEqual([]);
      if (command.words[0] === 'delete') await forgetSecrets(engine);
    },
  );
});
