import { expect, test } from 'vitest';
import type { Plan } from '../../plan/plan.ts';
import { styleOf } from '../../report/style.ts';
import { goneStep, planOf, wantedStep } from '../testing/plans.ts';
import { planText } from './plan-text.ts';

const shown = (plan: Plan) => planText(plan, styleOf('plain')).split('\n');

test('each resource is a line, with its changed properties below', () => {
  const plan = planOf(
    wantedStep('function:new', { action: 'create' }),
    wantedStep('function:send', {
      action: 'update',
      changes: [
        { path: 'memory', old: 128, new: 256 },
        { path: 'environment.MODE', old: 'fast', drifted: true },
        { path: 'code', old: 'a'.repeat(64), new: 'b'.repeat(64) },
      ],
    }),
    wantedStep('table:T', { action: 'replace', changes: [{ path: 'keys', old: ['a'], new: ['b'] }] }),
    wantedStep('topic:N', { action: 'unchanged' }),
    goneStep('queue:Old', 'remove'),
    goneStep('permission:old', 'with'),
    goneStep('bucket:B', 'keep'),
    goneStep('rule:r', 'forget'),
  );
  expect(shown(plan)).toEqual([
    '+ function:new',
    '~ function:send',
    '    memory  128 → 256',
    '    environment.MODE  "fast" → none  changed in AWS by somebody else',
    '    code  aaaaaaaaaaaa → bbbbbbbbbbbb',
    '± table:T  removed and made again: AWS cannot change it',
    '    keys  ["a"] → ["b"]',
    '- queue:Old',
    '- permission:old',
    '= bucket:B  kept: it holds data',
    '1 to create, 1 to change, 1 to replace, 2 to remove, 1 kept, 1 unchanged.',
  ]);
});

test('a resource that takes the place of another says so', () => {
  const replaces = { id: 'queue:Q', kind: 'queue', key: { name: 'old' } } as const;
  expect(shown(planOf(wantedStep('queue:Q', { action: 'create', replaces })))).toEqual([
    '+ queue:Q  in the place of another',
    '1 to create.',
  ]);
});

test('a long value is cut', () => {
  const changes = [{ path: 'description', new: 'x'.repeat(500) }];
  const [, line = ''] = shown(planOf(wantedStep('function:f', { action: 'update', changes })));
  expect(line).toMatch(/none → "x{119}…$/);
});

test('the permissions of a role stand in the place of its policy', () => {
  const statement = (...Action: readonly string[]) => ({
    Statement: [{ Effect: 'Allow', Action, Resource: 'arn:t' }],
  });
  const step = wantedStep('role:send', {
    action: 'update',
    observed: { attributes: {}, properties: { policy: statement('dynamodb:GetItem', 'dynamodb:Scan') } },
    properties: { policy: statement('dynamodb:GetItem', 'dynamodb:PutItem') },
    changes: [{ path: 'policy.Statement', old: [], new: [] }],
  });
  expect(shown(planOf(step))).toEqual([
    '~ role:send',
    '    may dynamodb:PutItem on arn:t',
    '    may no more dynamodb:Scan on arn:t',
    '1 to change.',
  ]);
});

test.each([
  ['of what is there as it should be', planOf(wantedStep('topic:N', { action: 'unchanged' })), '1 unchanged'],
  ['of an empty stage', planOf(), 'nothing is there'],
])('a plan %s says that there is nothing to do', (_, plan, count) => {
  expect(shown(plan)).toEqual([`Nothing to do: ${count}.`]);
});
