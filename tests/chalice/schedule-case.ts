import { App, Cron, Rate, type Schedule } from '@tankard/framework';
import { describe } from '@tankard/framework/manifest';

/** A case of schedule_expressions. */
export interface ScheduleCase {
  readonly input: RateInput | CronInput | { readonly string: string };
  readonly expected: string;
}

interface RateInput {
  readonly rate: number;
  readonly unit: 'MINUTES' | 'HOURS' | 'DAYS';
}

type Field = number | string;

interface CronInput {
  readonly cron: Readonly<
    Record<'minutes' | 'hours' | 'day_of_month' | 'month' | 'day_of_week' | 'year', Field>
  >;
}

/** The expression in the manifest of an app with this schedule. @throws TankardError where it is refused */
export function expressionOf({ input }: ScheduleCase): string | undefined {
  const app = new App('schedules');
  app.schedule(scheduleOf(input), { name: 'tick' }, () => undefined);
  const [handler] = describe(app).handlers;
  return handler?.trigger.source === 'schedule' ? handler.trigger.expression : undefined;
}

function scheduleOf(input: ScheduleCase['input']): Schedule {
  if ('string' in input) return input.string as Schedule;
  if ('rate' in input) {
    const { rate, unit } = input;
    return { MINUTES: Rate.minutes, HOURS: Rate.hours, DAYS: Rate.days }[unit](rate);
  }
  const { minutes, hours, day_of_month, month, day_of_week, year } = input.cron;
  return new Cron({ minute: minutes, hour: hours, day: day_of_month, month, weekDay: day_of_week, year });
}
