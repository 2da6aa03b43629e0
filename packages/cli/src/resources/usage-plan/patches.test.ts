import { expect, test } from 'vitest';
import { type PlanLimits, planPatches } from './patches.ts';

const throttle = { rate: 10, burst: 20 };
const quota = { limit: 1000, period: 'MONTH' };

test.each<[string, PlanLimits, PlanLimits, readonly unknown[]]>([
  ['nothing', { throttle, quota }, { throttle: { ...throttle }, quota }, []],
  [
    'another stage',
    { stages: ['a:dev'] },
    { stages: ['b:dev'] },
    [
      { op: 'add', path: '/apiStages', value: 'b:dev' },
      { op: 'remove', path: '/apiStages', value: 'a:dev' },
    ],
  ],
  [
    'a higher rate',
    { throttle },
    { throttle: { ...throttle, rate: 50 } },
    [{ op: 'replace', path: '/throttle/rateLimit', value: '50' }],
  ],
  [
    'a limit where there was none',
    {},
    { quota },
    [
      { op: 'replace', path: '/quota/limit', value: '1000' },
      { op: 'replace', path: '/quota/period', value: 'MONTH' },
    ],
  ],
  [
    'no limits',
    { throttle, quota },
    {},
    [
      { op: 'remove', path: '/throttle' },
      { op: 'remove', path: '/quota' },
    ],
  ],
])('a plan is brought to another by what differs: %s', (_, old, wanted, patches) => {
  expect(planPatches(old, wanted)).toEqual(patches);
});
