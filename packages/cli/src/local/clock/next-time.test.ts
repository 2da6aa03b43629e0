import { expect, test } from 'vitest';
import { nextTime } from './next-time.ts';

const start = new Date('2026-11-21T10:20:30Z');

test.each([
  ['rate(1 minute)', undefined, '2026-11-21T10:21:30.000Z'],
  ['rate(2 hours)', undefined, '2026-11-21T12:20:30.000Z'],
  ['rate(7 days)', undefined, '2026-11-28T10:20:30.000Z'],
  ['cron(0 2 * * ? *)', undefined, '2026-11-22T02:00:00.000Z'],
  ['cron(0/15 * * * ? *)', undefined, '2026-11-21T10:30:00.000Z'],
  ['cron(0 8 ? * MON-FRI *)', undefined, '2026-11-23T08:00:00.000Z'],
  ['cron(0 8 ? * 2 *)', undefined, '2026-11-23T08:00:00.000Z'],
  ['cron(0 8 ? * 1 *)', undefined, '2026-11-22T08:00:00.000Z'],
  ['cron(0 8 ? * 6L *)', undefined, '2026-11-27T08:00:00.000Z'],
  ['cron(0 8 ? * L *)', undefined, '2026-11-28T08:00:00.000Z'],
  ['cron(0 8 ? * 3#2 *)', undefined, '2026-12-08T08:00:00.000Z'],
  ['cron(0 8 L * ? *)', undefined, '2026-11-30T08:00:00.000Z'],
  ['cron(0 8 15W * ? *)', undefined, '2026-12-15T08:00:00.000Z'],
  ['cron(0 8 1 JAN ? 2028)', undefined, '2028-01-01T08:00:00.000Z'],
  ['cron(30 2 * * ? *)', 'Europe/Berlin', '2026-11-22T01:30:00.000Z'],
  ['cron(30 2 * * ? *)', 'America/New_York', '2026-11-22T07:30:00.000Z'],
  ['at(2027-01-01T00:00:00)', 'Europe/Berlin', '2026-12-31T23:00:00.000Z'],
])('%s in %s is due at %s', (expression, timezone, due) => {
  expect(nextTime(expression, timezone, start, start)?.toISOString()).toBe(due);
});

test('a rate is counted from the start and not from the last time', () => {
  const after = new Date('2026-11-21T13:00:00Z');
  expect(nextTime('rate(1 hour)', undefined, start, after)?.toISOString()).toBe('2026-11-21T13:20:30.000Z');
});

test.each(['cron(0 8 1 JAN ? 2020)', 'at(2020-01-01T00:00:00)'])('%s is never due again', (expression) => {
  expect(nextTime(expression, undefined, start, start)).toBeUndefined();
});

test.each(['every hour', 'rate(soon)', 'cron(61 * * * ? *)'])('%s is refused', (expression) => {
  expect(() => nextTime(expression, undefined, start, start)).toThrow();
});
