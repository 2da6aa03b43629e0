import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, ScheduleTrigger } from '../manifest/types.ts';
import { handlerProblem } from './handler-problem.ts';
import { scheduleFault } from './schedule-grammar.ts';

/** Every schedule is one that AWS takes, at a time zone that there is. */
export function checkSchedule(handler: HandlerDeclaration<ScheduleTrigger>): Problem[] {
  const { expression, timezone, via } = handler.trigger;
  const problems: Problem[] = [];
  const fault = scheduleFault(expression);
  if (fault) {
    problems.push(
      handlerProblem(
        handler,
        'SCHEDULE_EXPRESSION',
        `The schedule '${expression}' is not one that AWS takes: ${fault}.`,
        "Write for example Rate.minutes(5), new Cron({ minute: 0, hour: 2, weekDay: 'MON-FRI' }) or 'cron(0 2 * * ? *)'.",
      ),
    );
  }
  if (via === 'rule' && expression.startsWith('at(')) {
    problems.push(
      handlerProblem(
        handler,
        'SCHEDULE_ONCE_WITH_RULE',
        `The schedule '${expression}' is once, which an EventBridge rule can't be.`,
        "Leave out via: 'rule'.",
      ),
    );
  }
  return [...problems, ...checkTimezone(handler, timezone, via)];
}

function checkTimezone(
  handler: HandlerDeclaration,
  timezone: string | undefined,
  via: ScheduleTrigger['via'],
): Problem[] {
  if (timezone === undefined) return [];
  if (via === 'rule') {
    return [
      handlerProblem(
        handler,
        'SCHEDULE_TIMEZONE_WITH_RULE',
        `The schedule has the time zone '${timezone}', and an EventBridge rule runs by UTC.`,
        "Leave out via: 'rule': EventBridge Scheduler knows time zones. Or leave out the time zone.",
      ),
    ];
  }
  const known = knownZone(timezone);
  if (known === timezone) return [];
  const remedy = known ? `Write '${known}'.` : "Write an IANA name such as 'Europe/Berlin' or 'UTC'.";
  return [handlerProblem(handler, 'SCHEDULE_TIMEZONE', `There is no time zone '${timezone}'.`, remedy)];
}

/** The zone as it is spelled; an older name of a zone counts. Offsets such as `+01:00` are no zones to AWS. */
function knownZone(timezone: string): string | undefined {
  if (!/^[A-Za-z]/.test(timezone)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions();
    return timeZone.toLowerCase() === timezone.toLowerCase() ? timeZone : timezone;
  } catch {
    return undefined;
  }
}
