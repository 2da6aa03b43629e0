import { expect, test } from 'vitest';
import { afterOthers } from './after-others.ts';

const refusal = (name: string, message = '') => Object.assign(new Error(message), { name });

const failingOnce = (error: Error) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls === 1) throw error;
    return calls;
  };
};

test.each([
  refusal(
    'ConflictException',
    'Unable to complete operation due to concurrent modification. Please try again later.',
  ),
  refusal('ConcurrentModificationException'),
  refusal('TooManyRequestsException'),
])('$name: waits for whoever changes the same thing', async (error) => {
  expect(await afterOthers(failingOnce(error))).toBe(2);
});

test('takes a conflict of another kind as an answer', async () => {
  const error = refusal('ConflictException', 'Route with key GET / already exists for this API');
  await expect(afterOthers(failingOnce(error))).rejects.toBe(error);
});

test('gives up when time is up', async () => {
  const error = refusal('TooManyRequestsException');
  await expect(afterOthers(failingOnce(error), { within: 0 })).rejects.toBe(error);
});
