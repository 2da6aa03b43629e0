/** One field of a cron expression: its bounds, names for its numbers, and the signs of its own that it may hold. */
interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
  readonly special?: RegExp;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based */
const FIELDS: readonly Field[] = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  {
    name: 'day of month',
    least: 1,
    most: 31,
    special: /^(\?|LW|L(-([1-9]|[12]\d|30))?|([1-9]|[12]\d|3[01])W)$/,
  },
  { name: 'month', least: 1, most: 12, names: MONTHS },
  {
    name: 'day of week',
    least: 1,
    most: 7,
    names: DAYS,
    special: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/,
  },
  { name: 'year', least: 1970, most: 2199 },
];

/** What is wrong with a schedule's expression; undefined where AWS would take it. */
export function scheduleFault(expression: string): string | undefined {
  const [, form, inner] = /^(rate|cron|at)\((.*)\)$/s.exec(expression) ?? [];
  if (form === 'rate' && inner !== undefined) return rateFault(inner);
  if (form === 'cron' && inner !== undefined) return cronFault(inner);
  if (form === 'at' && inner !== undefined) return atFault(inner);
  return "it is none of 'rate(…)', 'cron(…)' and 'at(…)'";
}

function rateFault(inner: string): string | undefined {
  const [, value = '', unit = '', plural] = /^(\S+) (minute|hour|day)(s?)$/.exec(inner) ?? [];
  if (!unit) return "a rate is a number, a blank, and 'minute', 'hour' or 'day', with 's' from 2 on";
  if (!/^[1-9]\d*$/.test(value)) return `${value} is no whole number above 0`;
  if (value === '1' && plural) return `after 1 the unit is '${unit}'`;
  return value === '1' || plural ? undefined : `after ${value} the unit is '${unit}s'`;
}

function cronFault(inner: string): string | undefined {
  const fields = inner.split(' ');
  if (fields.length !== FIELDS.length) return `it has ${fields.length} fields and not 6`;
  for (const [index, field] of FIELDS.entries()) {
    const text = fields[index] ?? '';
    const bad = text.split(',').find((part) => !isPart(part, field, text));
    if (bad !== undefined)
      return `'${bad}' is not possible in the field '${field.name}' (${field.least}–${field.most})`;
  }
  const [, , day, , weekDay] = fields;
  if (day !== '?' && weekDay !== '?') return "one of day of month and day of week must be '?'";
  return day === '?' && weekDay === '?' ? "only one of day of month and day of week can be '?'" : undefined;
}

/** Ranges must not run backwards, though some of AWS's pages are silent about it. */
function isPart(part: string, field: Field, whole: string): boolean {
  if (field.special?.test(part)) return part !== '?' || whole === '?';
  const [range = '', step, ...rest] = part.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*') return true;
  const [from = '', to, ...more] = range.split('-');
  const first = numberOf(from, field);
  if (first === undefined || more.length > 0) return false;
  if (to === undefined) return true;
  const last = numberOf(to, field);
  return last !== undefined && first <= last;
}

function numberOf(text: string, { least, most, names }: Field): number | undefined {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return named + least;
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}

function atFault(inner: string): string | undefined {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
  const time = new Date(`${inner}Z`);
  if (!form.test(inner) || Number.isNaN(time.getTime())) return 'a time is written as 2027-01-31T09:00:00';
  // Date carries 31 February over into March.
  return time.toISOString().startsWith(inner) ? undefined : `there is no ${inner}`;
}
