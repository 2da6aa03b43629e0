import { expect, test } from 'vitest';
import { goneStep, planOf, wantedStep } from '../testing/plans.ts';
import { planData } from './step-data.ts';

test('a plan as data names each step, and counts what stays', () => {
  const plan = planOf(
    wantedStep('http-route:GET /a', { action: 'create', properties: { path: '/a' } }),
    wantedStep('function:send', { action: 'update', changes: [{ path: 'memory', old: 1, new: 2 }] }),
    wantedStep('topic:N', { action: 'unchanged' }),
    goneStep('bucket:B', 'keep'),
    goneStep('rule:r', 'forget'),
  );
  expect(planData(plan)).toEqual({
    steps: [
      {
        action: 'create',
        id: 'http-route:GET /a',
        kind: 'http-route',
        name: 'GET /a',
        properties: { path: '/a' },
        changes: [],
      },
      {
        action: 'update',
        id: 'function:send',
        kind: 'function',
        name: 'send',
        changes: [{ path: 'memory', old: 1, new: 2 }],
      },
      { action: 'keep', id: 'bucket:B', kind: 'bucket', name: 'B' },
    ],
    unchanged: 1,
    empty: false,
  });
});

test('what is only kept is no work', () => {
  expect(planData(planOf(goneStep('bucket:B', 'keep'))).empty).toBe(true);
});
