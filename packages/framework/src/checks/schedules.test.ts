import { describe, expect, test } from 'vitest';
import { type App, Rate, type Schedule } from '../index.ts';
import type { ScheduleOptions } from '../sources/schedule.ts';
import { scheduleFault } from './schedule-grammar.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

describe('AWS takes', () => {
  test.each([
    'rate(1 minute)',
    'rate(15 minutes)',
    'rate(1 hour)',
    'rate(400 days)',
    'cron(0 2 * * ? *)',
    'cron(15 10 ? * 6L 2002-2005)',
    'cron(0/10 * ? * MON-FRI *)',
    'cron(0 8 1 * ? *)',
    'cron(0 18 ? * MON,WED,FRI *)',
    'cron(0 9 ? * 2#1 *)',
    'cron(0 9 ? * TUE#5 *)',
    'cron(0 0 L * ? *)',
    'cron(0 0 L-3 * ? *)',
    'cron(0 0 LW * ? *)',
    'cron(0 0 15W * ? *)',
    'cron(0 0 1,15 JAN-MAR,DEC ? 2026/2)',
    'cron(*/5 0-23/2 ? jan sun *)',
    'at(2028-02-29T23:59:59)',
  ])('%s', (expression) => {
    expect(scheduleFault(expression)).toBeUndefined();
  });
});

describe('AWS refuses', () => {
  test.each([
    ['every hour', 'none of'],
    ['', 'none of'],
    ['rate(1 hours)', "after 1 the unit is 'hour'"],
    ['rate(2 hour)', "after 2 the unit is 'hours'"],
    ['rate(0 days)', 'no whole number above 0'],
    ['rate(-1 days)', 'no whole number above 0'],
    ['rate(1.5 hours)', 'no whole number above 0'],
    ['rate(1 week)', 'a rate is'],
    ['rate(5)', 'a rate is'],
    ['cron(0 2 * * ?)', '5 fields'],
    ['cron(0 2 * * * *)', "must be '?'"],
    ['cron(0 2 1 * MON *)', "must be '?'"],
    ['cron(0 2 ? * ? *)', "can be '?'"],
    ['cron(60 2 * * ? *)', "'60' is not possible in the field 'minutes'"],
    ['cron(0 24 * * ? *)', "'24' is not possible in the field 'hours'"],
    ['cron(0 2 0 * ? *)', "'0' is not possible in the field 'day of month'"],
    ['cron(0 2 32W * ? *)', "'32W'"],
    ['cron(0 2 * 13 ? *)', "'13' is not possible in the field 'month'"],
    ['cron(0 2 * MAI ? *)', "'MAI'"],
    ['cron(0 2 ? * 0 *)', "'0' is not possible in the field 'day of week'"],
    ['cron(0 2 ? * MON#6 *)', "'MON#6'"],
    ['cron(0 2 ? * 15W *)', "'15W'"],
    ['cron(0 2 * * ? 1969)', "'1969' is not possible in the field 'year'"],
    ['cron(0 2 * * ? 2200)', "'2200'"],
    ['cron(30-10 2 * * ? *)', "'30-10'"],
    ['cron(0/0 2 * * ? *)', "'0/0'"],
    ['cron(0/5/5 2 * * ? *)', "'0/5/5'"],
    ['cron(0, 2 * * ? *)', "''"],
    ['cron(? 2 * * ? *)', "'?' is not possible in the field 'minutes'"],
    ['cron(0 2 1,? * ? *)', "'?' is not possible in the field 'day of month'"],
    ['at(2027-02-29T00:00:00)', 'there is no 2027-02-29'],
    ['at(2027-01-31)', 'a time is written as'],
    ['at(2027-01-31T25:00:00)', 'a time is written as'],
  ])('%s: %s', (expression, fault) => {
    expect(scheduleFault(expression)).toContain(fault);
  });
});

const declare = (when: Schedule, options?: ScheduleOptions) => (app: App) =>
  app.schedule(when, { name: 'tick', ...options }, () => 1);

test('a rate below one is refused with a remedy', () => {
  expect(problemsOf(declare(Rate.minutes(0)))).toMatchObject([
    { code: 'SCHEDULE_EXPRESSION', remedy: expect.stringContaining('Rate.minutes(5)') },
  ]);
});

test.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta'])(
  '%s is a time zone',
  (timezone) => {
    expect(codesOf(declare(Rate.days(1), { timezone }))).toEqual([]);
  },
);

test.each(['Europe/Atlantis', 'CET+1', '+01:00', ''])("'%s' is no time zone", (timezone) => {
  expect(codesOf(declare(Rate.days(1), { timezone }))).toEqual(['SCHEDULE_TIMEZONE']);
});

test('a time zone in other capitals is answered with the right ones', () => {
  const [problem] = problemsOf(declare(Rate.days(1), { timezone: 'europe/berlin' }));
  expect(problem).toMatchObject({ code: 'SCHEDULE_TIMEZONE', remedy: "Write 'Europe/Berlin'." });
});

test('an EventBridge rule has no time zone and no single time', () => {
  expect(codesOf(declare(Rate.days(1), { via: 'rule' }))).toEqual([]);
  expect(codesOf(declare(Rate.days(1), { via: 'rule', timezone: 'UTC' }))).toEqual([
    'SCHEDULE_TIMEZONE_WITH_RULE',
  ]);
  expect(codesOf(declare('at(2027-01-31T09:00:00)', { via: 'rule' }))).toEqual(['SCHEDULE_ONCE_WITH_RULE']);
});
