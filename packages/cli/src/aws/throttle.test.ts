import { expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import { createThrottle } from './throttle.ts';

/** When each of `count` turns comes that are asked for at the same moment, in milliseconds. */
async function turnsAt(
  count: number,
  askedAt: number,
  throttle: (clock: Clock) => ReturnType<typeof createThrottle>,
) {
  const at: number[] = [];
  const clock: Clock = { now: () => askedAt, sleep: async (wait) => void at.push(askedAt + wait) };
  const paced = throttle(clock);
  for (let index = 0; index < count; index += 1) {
    const before = at.length;
    await paced.turn();
    if (at.length === before) at.push(askedAt);
  }
  return at;
}

test('a first handful goes at once, and then one after another at the rate', async () => {
  const at = await turnsAt(10, 5_000, (clock) => createThrottle(10, clock));
  expect(at).toEqual([5_000, 5_000, 5_000, 5_000, 5_000, 5_100, 5_200, 5_300, 5_400, 5_500]);
});

test('after a pause there is a handful again and no more', async () => {
  let now = 0;
  const waits: number[] = [];
  const throttle = createThrottle(10, { now: () => now, sleep: async (wait) => void waits.push(wait) });
  await throttle.turn();
  now = 60_000;
  for (let index = 0; index < 7; index += 1) await throttle.turn();
  expect(waits).toEqual([100, 200]);
});
