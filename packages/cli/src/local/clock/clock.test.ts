import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLocalTime } from '../time/local-time.ts';
import { startClock } from './clock.ts';
import type { LocalSchedule } from './local-schedule.ts';
import { scheduledEvent } from './scheduled-event.ts';

const schedule = (name: string, expression: string): LocalSchedule => ({
  name,
  function: name,
  expression,
  via: 'scheduler',
  arn: `arn:aws:scheduler:eu-west-1:000000000000:schedule/app-local/app-local-${name}`,
});

let fired: string[];
const start = () =>
  startClock(createLocalTime(), ({ name }, time) => fired.push(`${name} ${time.toISOString()}`));

beforeEach(() => {
  fired = [];
  vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

test('each schedule fires when it is due, again and again', () => {
  const clock = start();
  clock.set([schedule('often', 'rate(20 minutes)'), schedule('sharp', 'cron(30 * * * ? *)')]);
  vi.advanceTimersByTime(60 * 60_000);
  expect(fired).toEqual([
    'often 2026-11-21T10:20:00.000Z',
    'sharp 2026-11-21T10:30:00.000Z',
    'often 2026-11-21T10:40:00.000Z',
    'often 2026-11-21T11:00:00.000Z',
  ]);
  clock.stop();
});

test('a time months away is waited for', () => {
  const clock = start();
  clock.set([schedule('yearly', 'cron(0 0 1 3 ? *)')]);
  vi.setSystemTime(new Date('2026-11-21T10:00:00Z'));
  vi.advanceTimersByTime(101 * 86_400_000);
  expect(fired).toEqual(['yearly 2027-03-01T00:00:00.000Z']);
  clock.stop();
});

test('schedules that were replaced or stopped fire no more', () => {
  const clock = start();
  clock.set([schedule('old', 'rate(1 minute)')]);
  clock.set([schedule('new', 'rate(1 hour)')]);
  vi.advanceTimersByTime(60 * 60_000);
  clock.stop();
  vi.advanceTimersByTime(60 * 60_000);
  expect(fired).toEqual(['new 2026-11-21T11:00:00.000Z']);
});

test("the event is EventBridge Scheduler's, or that of a rule", () => {
  const time = new Date('2026-11-21T10:00:00.123Z');
  const bySchedule = schedule('send', 'rate(1 hour)');
  expect(scheduledEvent(bySchedule, time)).toMatchObject({
    source: 'aws.scheduler',
    'detail-type': 'Scheduled Event',
    account: '000000000000',
    region: 'eu-west-1',
    time: '2026-11-21T10:00:00Z',
    resources: [bySchedule.arn],
    detail: '{}',
  });
  expect(scheduledEvent({ ...bySchedule, via: 'rule' }, time)).toMatchObject({
    source: 'aws.events',
    detail: {},
  });
});
