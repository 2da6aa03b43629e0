import { nextTime } from '../../clock/next-time.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import {
  DEFAULT_GROUP,
  type ScheduleInput,
  type ScheduleTarget,
  type StoredSchedule,
} from './stored-schedule.ts';

/** What can be called here, as it stands in ARNs. */
const SERVICES = ['lambda', 'sqs', 'sns', 'events'];
/** Milliseconds until a rate without a start runs for the first time. AWS takes up to a minute. */
const FIRST = 1000;

/**
 * A schedule of what CreateSchedule or UpdateSchedule was given.
 *
 * @throws ServiceError ValidationException
 */
export function makeSchedule(
  name: string,
  settings: ScheduleInput,
  facts: { readonly now: number; readonly created: number; readonly after: readonly string[] },
): StoredSchedule {
  const {
    GroupName: group = DEFAULT_GROUP,
    ScheduleExpression: expression,
    StartDate,
    FlexibleTimeWindow,
  } = settings;
  const { ScheduleExpressionTimezone: timezone } = settings;
  if (!FlexibleTimeWindow?.Mode) throw invalid('FlexibleTimeWindow must be given.');
  checkTarget(settings.Target);
  const first = StartDate === undefined ? facts.created + FIRST : StartDate * 1000;
  return {
    name,
    group,
    settings,
    expression,
    timezone,
    since: first - periodOf(expression, timezone),
    // A time that has gone by, as while nothing ran here, is made up for.
    missedSince: expression.startsWith('at(') ? 0 : undefined,
    created: facts.created,
    modified: facts.now,
    after: facts.after,
  };
}

/** Of a rate, in milliseconds, so that its first run is one period after what it is counted from. */
function periodOf(expression: string, timezone: string | undefined): number {
  let next: Date | undefined;
  try {
    next = nextTime(expression, timezone, new Date(0), new Date(0));
  } catch {
    throw invalid(`Invalid Schedule Expression ${expression}.`);
  }
  return expression.startsWith('rate(') ? (next?.getTime() ?? 0) : 0;
}

function checkTarget({ Arn = '', Input, RoleArn, EventBridgeParameters }: ScheduleTarget): void {
  const service = Arn.split(':')[2] ?? '';
  if (!Arn.startsWith('arn:')) throw invalid(`Provided Arn is not in correct format: ${Arn}.`);
  if (!RoleArn) throw invalid('RoleArn must be given.');
  if (!SERVICES.includes(service))
    throw new ServiceError(
      'NotImplemented',
      `tankard local's EventBridge Scheduler has no targets of ${service === 'scheduler' ? Arn : service}.`,
      501,
    );
  if (service === 'events' && !EventBridgeParameters)
    throw invalid('EventBridgeParameters must be given for an event bus.');
  if (Input === undefined || service === 'sqs' || service === 'sns') return;
  try {
    JSON.parse(Input);
  } catch {
    throw invalid('Input is no JSON.');
  }
}

const invalid = (message: string) => new ServiceError('ValidationException', message);
