import { expect, test } from 'vitest';
import { poolChanges } from './pool-changes.ts';

const path = '/providerARNs';

test('new pools are added before old ones go, and those that stay are left alone', () => {
  expect(poolChanges(['a', 'b'], ['b', 'c'])).toEqual([
    { op: 'add', path, value: 'c' },
    { op: 'remove', path, value: 'a' },
  ]);
  expect(poolChanges(['a'], ['a'])).toEqual([]);
  expect(poolChanges(undefined, undefined)).toEqual([]);
});
