/**
 * Every so many minutes, hours or days.
 *
 * @example app.schedule(Rate.hours(1), async (event) => { … })
 */
export class Rate {
  readonly value: number;
  readonly unit: 'minute' | 'hour' | 'day';

  private constructor(value: number, unit: Rate['unit']) {
    this.value = value;
    this.unit = unit;
  }

  /** From 1. */
  static minutes(value: number): Rate {
    return new Rate(value, 'minute');
  }

  /** From 1. */
  static hours(value: number): Rate {
    return new Rate(value, 'hour');
  }

  /** From 1. */
  static days(value: number): Rate {
    return new Rate(value, 'day');
  }

  /** As AWS writes it: `rate(1 hour)`, `rate(2 hours)`. */
  toString(): `rate(${string})` {
    return `rate(${this.value} ${this.unit}${this.value === 1 ? '' : 's'})`;
  }
}

/** A field of a cron expression in AWS's grammar: `0`, `'0/10'`, `'MON-FRI'`. */
export type CronField = number | string;

/** The fields of a {@link Cron}; each may hold what AWS's grammar allows, such as `0/10` or `MON-FRI`. */
export interface CronFields {
  /** 0–59. */
  readonly minute: CronField;
  /** 0–23; default every hour. */
  readonly hour?: CronField | undefined;
  /** Day of the month, 1–31; default every day. Only one of `day` and `weekDay` can be given. */
  readonly day?: CronField | undefined;
  /** 1–12 or JAN–DEC; default every month. */
  readonly month?: CronField | undefined;
  /** 1–7 or SUN–SAT: 1 is Sunday. */
  readonly weekDay?: CronField | undefined;
  /** 1970–2199; default every year. */
  readonly year?: CronField | undefined;
}

/**
 * Times by the calendar, in UTC unless the schedule has a time zone.
 *
 * @example new Cron({ minute: 0, hour: 2, weekDay: 'MON-FRI' })
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */
export class Cron {
  readonly fields: CronFields;

  constructor(fields: CronFields) {
    this.fields = fields;
  }

  /** As AWS writes it: `cron(0 2 ? * MON-FRI *)`. */
  toString(): `cron(${string})` {
    const { minute, hour = '*', month = '*', year = '*' } = this.fields;
    const { weekDay = '?', day = weekDay === '?' ? '*' : '?' } = this.fields;
    return `cron(${minute} ${hour} ${day} ${month} ${weekDay} ${year})`;
  }
}

/** When something is due: {@link Rate}, {@link Cron}, or AWS's own text. `at(…)` is once, as in `at(2027-01-01T00:00:00)`. */
export type Schedule = Rate | Cron | `rate(${string})` | `cron(${string})` | `at(${string})`;
