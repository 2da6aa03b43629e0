import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRetries } from './retries.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Fails so often, then works. */
function failing(times: number) {
  const ran: number[] = [];
  const start = Date.now();
  const work = async () => {
    ran.push((Date.now() - start) / 1000);
    return { failed: ran.length <= times };
  };
  return { ran, work };
}

test.each([
  [0, [0], []],
  [1, [0, 60], [60]],
  [5, [0, 60, 180], [60, 120]],
])('what fails %i times runs after %j seconds', async (times, seconds, told) => {
  const { ran, work } = failing(times);
  const again = vi.fn();
  await createRetries().run(work, again);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(ran).toEqual(seconds);
  expect(again.mock.calls.flat()).toEqual(told);
});

test('what fails while it is stopped is not tried again either', async () => {
  const retries = createRetries();
  const again = vi.fn();
  const work = async () => {
    retries.stop();
    return { failed: true };
  };
  await retries.run(work, again);
  expect(again).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing is tried again once it is stopped', async () => {
  const { ran, work } = failing(1);
  const retries = createRetries();
  await retries.run(work, () => {});
  retries.stop();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(ran).toEqual([0]);
});
