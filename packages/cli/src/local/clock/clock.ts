import type { LocalTime } from '../time/local-time.ts';
import type { LocalSchedule } from './local-schedule.ts';
import { nextTime } from './next-time.ts';

/** What has times of its own. */
export interface Timed {
  readonly expression: string;
  readonly timezone?: string | undefined;
  /** Epoch milliseconds: what the times of a rate are counted from; default the clock's start. */
  readonly since?: number | undefined;
  /** Epoch milliseconds: a time since then that has gone by is made up for, once. */
  readonly missedSince?: number | undefined;
}

/** Runs schedules by the session's time. */
export interface Clock<Schedule extends Timed = LocalSchedule> {
  /** Takes the place of the schedules that ran until now; one that was among them goes on. */
  set(schedules: readonly Schedule[]): void;
  /** When a schedule is due next; nothing where it is never. */
  next(schedule: Schedule): Date | undefined;
  stop(): void;
}

/** @param due is called when a schedule's time has come, with that time. */
export function startClock<Schedule extends Timed = LocalSchedule>(
  time: LocalTime,
  due: (schedule: Schedule, time: Date) => void,
): Clock<Schedule> {
  const start = time.now();
  const cancels = new Map<Schedule, () => void>();

  const next = ({ expression, timezone, since = start }: Schedule, after: number) =>
    nextTime(expression, timezone, new Date(since), new Date(after));

  function arm(schedule: Schedule, after: number): void {
    const at = next(schedule, after);
    if (!at) {
      cancels.delete(schedule);
      return;
    }
    const cancel = time.after(at.getTime() - time.now(), () => {
      // After a sleep of the machine what was missed is not made up for, as little as AWS does after an outage.
      arm(schedule, Math.max(at.getTime(), time.now()));
      due(schedule, at);
    });
    cancels.set(schedule, cancel);
  }

  function keep(schedules: readonly Schedule[]): void {
    for (const [schedule, cancel] of cancels) {
      if (schedules.includes(schedule)) continue;
      cancel();
      cancels.delete(schedule);
    }
  }

  return {
    set(schedules) {
      keep(schedules);
      for (const schedule of schedules)
        if (!cancels.has(schedule)) arm(schedule, schedule.missedSince ?? time.now());
    },
    next: (schedule) => next(schedule, time.now()),
    stop: () => keep([]),
  };
}
