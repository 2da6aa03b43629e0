import { expect, test, vi } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { eventually, until } from './eventually.ts';
import { testClock } from './testing/test-clock.ts';

const soon = new Error('soon');
const failing = async () => Promise.reject(soon);

test('what fails for a moment is tried again until it holds, in growing steps', async () => {
  const clock = testClock();
  const tried: number[] = [];
  const call = async () => {
    tried.push(clock.at);
    if (tried.length < 4) throw soon;
    return 'done';
  };
  expect(await eventually(call, (error) => error === soon, { clock })).toBe('done');
  expect(tried).toEqual([0, 200, 500, 950]);
});

test('another error is thrown at once', async () => {
  const call = vi.fn(failing);
  await expect(eventually(call, () => false, { clock: testClock() })).rejects.toBe(soon);
  expect(call).toHaveBeenCalledTimes(1);
});

test('when time is up the last error is thrown', async () => {
  const clock = testClock();
  await expect(eventually(failing, () => true, { within: 2_000, clock })).rejects.toBe(soon);
  expect(clock.at).toBeLessThanOrEqual(2_000);
});

test('a signal ends the wait', async () => {
  const controller = new AbortController();
  const waiting = eventually(failing, () => true, { signal: controller.signal });
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

test('a state is read until it is the one that is waited for', async () => {
  const states = ['Pending', 'Pending', 'Active', 'Gone'];
  const read = async () => states.shift();
  const holds = (state: string | undefined) => state === 'Active';
  expect(await until('That it is active', read, holds, { clock: testClock() })).toBe('Active');
});

test('a state that does not come is a problem that says what was waited for', async () => {
  const waiting = () =>
    until(
      'That it is active',
      async () => 'Pending',
      () => false,
      { clock: testClock() },
    );
  const problems = await problemsOf(waiting);
  expect(problems).toMatchObject([{ code: 'DEPLOY_NOT_SETTLED' }]);
  expect(problems[0]?.message).toBe('That it is active did not happen in time.');
});
