import { expect, test } from 'vitest';
import { millisecondsOf } from './duration.ts';

test.each([
  ['90s', 90_000],
  ['10m', 600_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['1h30m', 5_400_000],
])('%s is %i milliseconds', (text, milliseconds) => {
  expect(millisecondsOf(text)).toBe(milliseconds);
});

test.each(['', '2', 'h', '-1h', '1.5h', '2h later'])("'%s' is no length of time", (text) => {
  expect(() => millisecondsOf(text)).toThrow('USAGE_INVALID');
});
