import { randomUUID } from 'node:crypto';
import { scheduledEvent } from '../../clock/scheduled-event.ts';
import type { ScheduleTarget } from './stored-schedule.ts';

/**
 * What the target of a schedule gets, as text.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export function scheduleInput(
  arn: string,
  { Arn, Input, EventBridgeParameters }: ScheduleTarget,
  at: Date,
): string {
  const byDefault = scheduledEvent({ arn, via: 'scheduler' }, at);
  const input = Input === undefined ? JSON.stringify(byDefault) : withContext(Input, arn, at);
  if (Arn.split(':')[2] !== 'events' || !EventBridgeParameters) return input;
  const { DetailType, Source } = EventBridgeParameters;
  const event = { ...byDefault, id: randomUUID(), 'detail-type': DetailType, source: Source };
  return JSON.stringify({ ...event, detail: Input === undefined ? {} : JSON.parse(input) });
}

function withContext(input: string, arn: string, at: Date): string {
  const attributes: Readonly<Record<string, string>> = {
    'schedule-arn': arn,
    'scheduled-time': at.toISOString().replace(/\.\d+Z$/, 'Z'),
    'execution-id': randomUUID(),
    'attempt-number': '1',
  };
  return input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (token, name: string) => attributes[name] ?? token);
}
