import { expect, it } from 'vitest';
import type { GoneStep } from './plan.ts';
import { tagsToRemember } from './tags-to-remember.ts';

const gone = (action: GoneStep['action']): GoneStep => ({
  id: 'table:Orders',
  kind: 'table',
  key: { name: 'shop-dev-Orders' },
  action,
  after: [],
});

it('forgets the tags that nothing has any more', () => {
  expect(tagsToRemember({ gone: [gone('remove')] }, ['owner'], ['owner', 'team'])).toEqual(['owner']);
});

it('remembers the tags of before while there is data that was kept', () => {
  expect(tagsToRemember({ gone: [gone('keep')] }, ['owner'], ['owner', 'team'])).toEqual(['owner', 'team']);
});
