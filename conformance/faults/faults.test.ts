import { isTankardError } from '@tankard/framework/manifest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Watcher } from '../engines/counting-proxy.ts';
import { seeded } from '../engines/seeded.ts';
import { type ChangingApp, changingApp } from './changing-apps.ts';
import { type FaultyEngine, startFaultyEngine } from './faulty-engine.ts';
import { learnings, slowToLearn } from './learning.ts';
import { faults, firstTries, mixed, outage } from './moods.ts';

const full = process.env.CONFORMANCE_FULL !== undefined;

/** What AWS is like while an app is made, changed and removed, each time anew. */
const moods: readonly (readonly [title: string, mood: () => Watcher])[] = [
  ['refused for a moment, as what was just made is not known everywhere', () => slowToLearn(learnings)],
  ['dropped first, after it took effect', () => firstTries(faults['dropped after it took effect'])],
  ['dropped first, before it took effect', () => firstTries(faults['dropped before it took effect'])],
  ['throttled first', () => firstTries(faults.throttled)],
  ['answered with a 500 first', () => firstTries(faults.broken)],
  ['sometimes wrong in any way, unanswered too', () => mixed(4)],
];

const random = seeded(4);
const outages = (
  ['broken', 'dropped before it took effect', 'dropped after it took effect', 'unanswered'] as const
)
  .flatMap((kind) => Array.from({ length: full ? 4 : 1 }, () => ({ kind, part: Math.floor(random() * 100) })))
  .slice(0, full ? undefined : 1);

let engine: FaultyEngine;
beforeAll(async () => {
  // The SDK waits for a random part of its backoff: here for a small one.
  vi.spyOn(Math, 'random').mockReturnValue(0.05);
  engine = await startFaultyEngine();
});
afterAll(async () => {
  await engine?.stop();
  vi.restoreAllMocks();
});

describe.each(full ? (['recruiting', 'every-source'] as const) : (['recruiting'] as const))('%s', (name) => {
  let app: ChangingApp;
  /** What there is before the app, with its first version, and with its second. */
  let nothing: unknown;
  let first: unknown;
  let second: unknown;
  /** Calls that change something, of each of the three commands. */
  const mutations = { create: 0, update: 0, remove: 0 };
  const commands = {
    create: () => engine.stage.deploy(app.first),
    update: () => engine.stage.deploy(app.second),
    remove: () => engine.stage.remove(app.second),
  };
  const isGone = async () => {
    await engine.forgetSecrets();
    expect(await engine.state()).toEqual(nothing);
  };
  const counted = async (command: keyof typeof commands) => {
    engine.proxy.forget();
    await commands[command]();
    mutations[command] = engine.proxy.mutations().length;
    return engine.state();
  };
  beforeAll(async () => {
    app = await changingApp(name);
    nothing = await engine.state();
    first = await counted('create');
    second = await counted('update');
    await counted('remove');
    await isGone();
  });

  it.each(full ? moods : moods.slice(0, 2))(
    'comes and changes and goes as ever: each call is %s',
    async (_, mood) => {
      await engine.during(mood(), commands.create);
      expect(await engine.state()).toEqual(first);
      await engine.during(mood(), commands.update);
      expect(await engine.state()).toEqual(second);
      engine.proxy.forget();
      await commands.update();
      expect(engine.proxy.mutations()).toEqual([]);
      await engine.during(mood(), commands.remove);
      await isGone();
    },
  );

  it.each(outages)(
    'says what to do and ends well the next time: all is $kind after $part %',
    async ({ kind, part }) => {
      for (const command of ['create', 'update', 'remove'] as const) {
        expect(await problemsOf(command, kind, part)).toEqual([]);
        await commands[command]();
        if (command === 'remove') await isGone();
        else expect(await engine.state()).toEqual(command === 'create' ? first : second);
      }
    },
  );

  /** Lets AWS fail for good in the middle of a command; gives what of the problems tells the user nothing to do. */
  async function problemsOf(command: keyof typeof commands, kind: keyof typeof faults, part: number) {
    const watch = outage(1 + Math.floor((part / 100) * mutations[command]), faults[kind]);
    const failed = engine.during(watch, commands[command]);
    const error = await failed.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!isTankardError(error)) throw error ?? new Error('Nothing failed.');
    return error.problems.filter(({ remedy = '' }) => !/run .*again/i.test(remedy));
  }
});
