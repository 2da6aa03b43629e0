import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createLocalTime, type LocalTime } from '../time/local-time.ts';
import { createAsynchronousInvocations } from './asynchronous.ts';
import type { InvocationRequest } from './invoker.ts';
import { openKeptEvents } from './kept-events.ts';

let time: LocalTime;
afterEach(() => time.stop());

const newFile = () => join(mkdtempSync(join(tmpdir(), 'tankard-events-')), 'events.jsonl');

/** Fails so often, then works. */
function failing(times: number, file = newFile()) {
  time = createLocalTime();
  const start = time.now();
  const ran: (InvocationRequest & { readonly after: number })[] = [];
  const waits: number[] = [];
  const events = openKeptEvents(file, start);
  const invocations = createAsynchronousInvocations({
    invoke: async (request) => {
      ran.push({ ...request, after: Math.round((time.now() - start) / 1000) });
      return { requestId: '', payload: 'null', failed: ran.length <= times, duration: 1 };
    },
    time,
    events,
    onRetry: (_, seconds) => waits.push(seconds),
  });
  const take = () => invocations.take('send', '{}', { by: 'schedule', what: 'send', after: [] });
  return { invocations, events, take, ran, waits };
}

test.each([
  [0, [0], []],
  [1, [0, 60], [60]],
  [5, [0, 60, 180], [60, 120]],
])('what fails %i times runs after %j seconds, with one request id', async (times, seconds, told) => {
  const { invocations, take, ran, waits } = failing(times);
  take();
  for (let minute = 0; minute < 60; minute++) {
    await invocations.settle();
    await time.advance(60_000);
  }
  expect(ran.map(({ after }) => after)).toEqual(seconds);
  expect(ran.map(({ attempt }) => attempt)).toEqual(seconds.map((_, index) => index + 1));
  expect(new Set(ran.map(({ requestId }) => requestId)).size).toBe(1);
  expect(waits).toEqual(told);
});

test('it is settled once what was taken has run, and says whether there was anything', async () => {
  const { invocations, take, ran } = failing(0);
  expect(await invocations.settle()).toBe(false);
  take();
  expect(await invocations.settle()).toBe(true);
  expect(ran).toHaveLength(1);
});

test('what has not been handled when a session ends is run by the next, at its time and attempt', async () => {
  const file = newFile();
  const first = failing(1, file);
  first.take();
  await first.invocations.settle();
  first.take();
  await first.invocations.close();
  await first.invocations.settle();
  await time.advance(3_600_000);
  first.take();
  expect(first.ran).toHaveLength(2);
  first.events.close();

  const second = failing(0, file);
  await second.invocations.settle();
  expect(second.ran.map(({ attempt }) => attempt)).toEqual([1, 1]);
  await time.advance(60_000);
  await second.invocations.settle();
  expect(second.ran.map(({ attempt }) => attempt)).toEqual([1, 1, 2]);
  expect(second.ran[2]?.requestId).toBe(first.ran[0]?.requestId);
  second.events.close();
  expect(openKeptEvents(file, 0).earlier).toEqual([]);
});

test('what is older than six hours is given up', async () => {
  const file = newFile();
  const { take, events } = failing(0, file);
  take();
  events.close();
  const kept = (hours: number) => openKeptEvents(file, Date.now() + hours * 3_600_000).earlier;
  expect([kept(5).length, kept(7).length]).toEqual([1, 0]);
});
