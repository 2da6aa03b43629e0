import { afterEach, expect, test } from 'vitest';
import { createLocalTime, type LocalTime } from '../time/local-time.ts';
import { createAsynchronousInvocations } from './asynchronous.ts';
import type { InvocationRequest } from './invoker.ts';

let time: LocalTime;
afterEach(() => time.stop());

/** Fails so often, then works. */
function failing(times: number) {
  time = createLocalTime();
  const start = time.now();
  const ran: (InvocationRequest & { readonly after: number })[] = [];
  const waits: number[] = [];
  const invocations = createAsynchronousInvocations(
    async (request) => {
      ran.push({ ...request, after: Math.round((time.now() - start) / 1000) });
      return { requestId: '', payload: 'null', failed: ran.length <= times, duration: 1 };
    },
    time,
    (_, seconds) => waits.push(seconds),
  );
  const take = () => invocations.take('send', '{}', { by: 'schedule', what: 'send', after: [] });
  return { invocations, take, ran, waits };
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

test('nothing is tried again once it is closed', async () => {
  const { invocations, take, ran } = failing(1);
  take();
  await invocations.close();
  await invocations.settle();
  await time.advance(3_600_000);
  take();
  expect(ran).toHaveLength(1);
});
