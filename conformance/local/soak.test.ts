import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { tempProject } from '../../packages/cli/src/testing/temp-project.ts';
import { type Deed, lost, type Outage, outOfOrder, readJournal, repeated } from './journal.ts';
import { laneOf } from './senders.ts';
import { soakApp } from './soak-app.ts';
import { startSoakSession } from './soak-session.ts';

const EVENTS = process.env.CONFORMANCE_FULL ? 10_000 : 1_000;
/** When the session is killed, in parts of what is to be sent. */
const KILLS = [0.06, 0.12];
/** Deeds that may be missing while more is sent. */
const MOST_WAITING = 200;
/** Moves of the clock after which everything has come, with each retry that fails again. */
const MOST_WAITS = 60;
/** Beyond every wait: a queue's visibility is six times its handler's timeout of 30 seconds. */
const LONGEST_WAIT = 181_000;

test('a session loses nothing, and does again only what a kill cut short', { timeout: 1_500_000 }, async ({
  task,
}) => {
  const project = await tempProject({});
  await mkdir(join(project, 'src'));
  await mkdir(join(project, 'attempts'));
  await writeFile(join(project, 'src', 'app.ts'), soakApp(project));
  const session = await startSoakSession(project);
  const journal = () => readJournal(join(project, 'journal'));
  const due = new Set<string>();
  const unsure = new Set<string>();
  const refused = new Set<string>();
  const outages: Outage[] = [];
  const ways = Object.keys(session.senders());

  async function send(way: string, id: string): Promise<void> {
    const names = way.split(' ').map((handler) => `${handler} ${id}`);
    for (;;) {
      try {
        const isTaken = await session.senders()[way]?.(id);
        for (const name of names) (isTaken ? due : refused).add(name);
        return;
      } catch {
        // It was killed meanwhile. What is a request is not sent again, as it may have been handled.
        for (const name of names) unsure.add(name);
        if (way === 'request') return;
        await later(50);
      }
    }
  }

  let memory = 0;
  for (let first = 0; first < EVENTS; first += ways.length * 5) {
    const part = first / EVENTS;
    const kill = part >= (KILLS[outages.length] ?? 1);
    const sending = ways.map(async (way, index) => {
      for (let id = first + index; id < Math.min(first + ways.length * 5, EVENTS); id += ways.length)
        await send(way, String(id));
    });
    if (kill) {
      await later(20);
      const from = Date.now();
      await session.kill();
      outages.push({ from, until: Date.now() });
    }
    await Promise.all(sending);
    if (memory === 0 && part >= 0.2) memory = await session.memory();
    await quiet(() => lost(journal(), due).length, MOST_WAITING);
  }
  const waits = { left: MOST_WAITS };
  while ((await quiet(() => lost(journal(), due).length, 0)) > 0 && waits.left-- > 0)
    await session.advance(LONGEST_WAIT);
  const growth = (await session.memory()) / memory;
  await session.end();

  const deeds = journal();
  expect(lost(deeds, due)).toEqual([]);
  const count = (what: Deed['what']) => deeds.filter((deed) => deed.what === what).length;
  Object.assign(task.meta, {
    events: EVENTS,
    deeds: count('done'),
    failures: count('failed'),
    processKills: count('killed'),
    sessionKills: outages.length,
    megabytesAtAFifth: Math.round(memory),
    megabytesAtTheEnd: Math.round(memory * growth),
  });
  expect(repeated(deeds, outages, unsure)).toEqual([]);
  expect([outOfOrder(deeds, 'order', laneOf), outOfOrder(deeds, 'click', laneOf)]).toEqual([[], []]);
  expect(Math.min(count('failed'), count('killed'))).toBeGreaterThan(0);
  expect(growth).toBeLessThan(2);
});

/** Waits until at most so many are waiting, or until their number has been the same for a second; gives it. */
async function quiet(waiting: () => number, most: number): Promise<number> {
  let since = Date.now();
  for (let last = -1, now = waiting(); ; now = waiting()) {
    if (now <= most || Date.now() - since > 1_000) return now;
    if (now !== last) since = Date.now();
    last = now;
    await later(50);
  }
}
