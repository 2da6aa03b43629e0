import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['memry', 'memory'],
  ['TimeOut', 'timeout'],
  ['logRetentionDays', 'logRetention'],
])('%s is taken for %s', (word, meant) => {
  expect(nearest(word, ['memory', 'timeout', 'logRetention'])).toBe(meant);
});

test('nothing is suggested for a word that resembles no candidate', () => {
  expect(nearest('bucket', ['memory', 'timeout'])).toBeUndefined();
  expect(nearest('bucket', [])).toBeUndefined();
});
