import { randomUUID } from 'node:crypto';
import type { LocalSchedule } from './local-schedule.ts';

/**
 * What EventBridge sends to a schedule's target that has no input of its own. Scheduler writes the detail as text, a rule as an object.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 *
 * @param time when it was due; a whole second, as AWS writes it.
 */
export function scheduledEvent(schedule: Pick<LocalSchedule, 'arn' | 'via'>, time: Date): object {
  const [, , , region, account] = schedule.arn.split(':');
  const scheduler = schedule.via === 'scheduler';
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: scheduler ? 'aws.scheduler' : 'aws.events',
    account,
    time: time.toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [schedule.arn],
    detail: scheduler ? '{}' : {},
  };
}
