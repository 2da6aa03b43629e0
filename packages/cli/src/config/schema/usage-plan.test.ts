import { expect, test } from 'vitest';
import { pathText } from './fault.ts';
import { usagePlan } from './usage-plan.ts';

const faults = (value: unknown) =>
  usagePlan(value, ['usagePlan']).map(
    ({ path, message, remedy }) => `${pathText(path)} ${message} ${remedy}`,
  );

test('a plan with all that it can have passes, and one with nothing', () => {
  const throttle = { rate: 0.5, burst: 2 };
  const quota = { limit: 1000, period: 'month' };
  expect(faults({ throttle, quota, keys: ['partner-a', 'partner_b'] })).toEqual([]);
  expect(faults({})).toEqual([]);
});

test.each<[unknown, string]>([
  [{ throttle: { rate: 10 } }, 'usagePlan.throttle.burst is missing. Write all of rate, burst.'],
  [
    { throttle: { rate: 0, burst: 1 } },
    'usagePlan.throttle.rate is the number 0, but must be a number above 0. Write a number above 0.',
  ],
  [
    { quota: { limit: 1, period: 'year' } },
    "usagePlan.quota.period is the text 'year', but must be 'day' or 'week' or 'month'. Write 'day' or 'week' or 'month'.",
  ],
  [
    { keys: ['partner a'] },
    "usagePlan.keys[0] is the text 'partner a', but must be letters, digits, '-' and '_', 64 at most. Write letters, digits, '-' and '_', 64 at most.",
  ],
  [{ keys: ['a', 'a'] }, 'usagePlan.keys has a name twice. Name each key once.'],
  [{ limits: {} }, 'usagePlan.limits is not a key of the configuration. Known here: throttle, quota, keys.'],
])('%j is refused', (value, fault) => {
  expect(faults(value)).toEqual([fault]);
});
