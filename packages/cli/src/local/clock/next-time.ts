import { Cron } from 'croner';

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * When a schedule is due next: `rate(…)` counted from `start`, `cron(…)` and `at(…)` by the calendar of the time zone.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 *
 * @param timezone an IANA name; UTC without.
 * @returns nothing where it is never due again.
 * @throws Error where the expression can't be read.
 */
export function nextTime(
  expression: string,
  timezone: string | undefined,
  start: Date,
  after: Date,
): Date | undefined {
  const [, kind, inner = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return nextOfRate(inner, start, after);
  if (kind === 'cron') return cronOf(inner, timezone).nextRun(after) ?? undefined;
  if (kind === 'at') return new Cron(inner, { timezone: timezone ?? 'UTC' }).nextRun(after) ?? undefined;
  throw new Error(`'${expression}' is none of rate(…), cron(…) and at(…).`);
}

function nextOfRate(inner: string, start: Date, after: Date): Date {
  const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(inner) ?? [];
  const period = Number(count) * UNITS[(unit ?? 'minute') as keyof typeof UNITS];
  if (!(period > 0)) throw new Error(`'rate(${inner})' can't be read.`);
  const past = Math.max(0, Math.floor((after.getTime() - start.getTime()) / period));
  return new Date(start.getTime() + (past + 1) * period);
}

/** AWS has no seconds, counts the days of the week from 1 for Sunday, and writes the last Friday `6L`. */
function cronOf(inner: string, timezone = 'UTC'): Cron {
  const [minute, hour, day, month, weekDay = '', year] = inner.trim().split(/\s+/);
  const inWeek = weekDay === 'L' ? '7' : weekDay.replace(/^(\w+)L$/, '$1#L');
  const fields = ['0', minute, hour, day, month, inWeek, year].map((field) => (field === '?' ? '*' : field));
  return new Cron(fields.join(' '), {
    timezone,
    alternativeWeekdays: true,
    sloppyRanges: true,
    mode: '7-part',
  });
}
