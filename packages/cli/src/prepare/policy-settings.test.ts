import type { FunctionSettings } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import type { FunctionSpec } from '../build/functions.ts';
import { policySettings } from './policy-settings.ts';

const spec = (settings: FunctionSettings = {}): FunctionSpec => ({
  name: 'send',
  handlers: [{ name: 'send', trigger: { source: 'lambda' }, settings }],
});
const read = { actions: ['s3:GetObject'], resources: ['*'] };
const write = { actions: ['s3:PutObject'], resources: ['*'] };

test('permissions of the defaults and of the function add up', () => {
  const config = { defaults: { permissions: [read] }, functions: { send: { permissions: [write] } } };
  expect(policySettings(spec(), config).permissions).toEqual([read, write]);
});

test.each([
  [
    'the function in the configuration wins',
    { send: { grants: 'derived' } },
    { grants: 'explicit' },
    'explicit',
    'derived',
  ],
  ['the code wins over the defaults', {}, { grants: 'derived' }, 'explicit', undefined],
  ['the defaults hold where nobody says more', {}, {}, 'explicit', 'explicit'],
] as const)('%s', (_, functions, code, general, grants) => {
  expect(policySettings(spec(code), { defaults: { grants: general }, functions }).grants).toBe(grants);
});
