import type { LocalTime } from '../time/local-time.ts';
import type { LocalSchedule } from './local-schedule.ts';
import { nextTime } from './next-time.ts';

/** Runs schedules by the session's time. */
export interface Clock {
  /** Takes the place of the schedules that ran until now; rates go on counting from the clock's start. */
  set(schedules: readonly LocalSchedule[]): void;
  /** When each schedule is due next, by name; nothing where it is never. */
  next(schedule: LocalSchedule): Date | undefined;
  stop(): void;
}

/** @param due is called when a schedule's time has come, with that time. */
export function startClock(time: LocalTime, due: (schedule: LocalSchedule, time: Date) => void): Clock {
  const start = new Date(time.now());
  let cancels: (() => void)[] = [];

  function arm(schedule: LocalSchedule, after: Date, slot: number): void {
    const at = nextTime(schedule.expression, schedule.timezone, start, after);
    if (!at) return;
    cancels[slot] = time.after(at.getTime() - time.now(), () => {
      due(schedule, at);
      // After a sleep of the machine what was missed is not made up for, as little as AWS does after an outage.
      arm(schedule, new Date(Math.max(at.getTime(), time.now())), slot);
    });
  }

  function stop(): void {
    for (const cancel of cancels) cancel();
    cancels = [];
  }

  return {
    set(schedules) {
      stop();
      schedules.forEach((schedule, slot) => {
        arm(schedule, new Date(time.now()), slot);
      });
    },
    next: ({ expression, timezone }) => nextTime(expression, timezone, start, new Date(time.now())),
    stop,
  };
}
