import { expect, test } from 'vitest';
import { problemsOf } from '../../testing/problems-of.ts';
import { moment } from './moment.ts';

const now = Date.UTC(2026, 0, 2, 12);

test.each([
  ['90s', Date.UTC(2026, 0, 2, 11, 58, 30)],
  ['10m', Date.UTC(2026, 0, 2, 11, 50)],
  ['2h', Date.UTC(2026, 0, 2, 10)],
  ['1d', Date.UTC(2026, 0, 1, 12)],
  ['2026-01-01T00:00:00Z', Date.UTC(2026, 0, 1)],
])('%s is a moment', (text, time) => {
  expect(moment('since', text, now)).toBe(time);
});

test.each(['10', 'yesterday', '2026-13-01', '5w', ''])("'%s' is none", async (text) => {
  expect(await problemsOf(() => moment('since', text, now))).toMatchObject([{ code: 'USAGE_INVALID' }]);
});
