import type { LocalSchedule } from './local-schedule.ts';
import { nextTime } from './next-time.ts';

/** Node's timers take at most 24.8 days: a later time is waited for in steps. Milliseconds. */
const LONGEST_WAIT = 86_400_000;

/** Runs schedules on the real clock. */
export interface Clock {
  /** Takes the place of the schedules that ran until now; rates go on counting from the clock's start. */
  set(schedules: readonly LocalSchedule[]): void;
  /** When each schedule is due next, by name; nothing where it is never. */
  next(schedule: LocalSchedule): Date | undefined;
  stop(): void;
}

/** @param due is called when a schedule's time has come, with that time. */
export function startClock(due: (schedule: LocalSchedule, time: Date) => void): Clock {
  const start = new Date();
  let timers: NodeJS.Timeout[] = [];

  function arm(schedule: LocalSchedule, after: Date, slot: number): void {
    const time = nextTime(schedule.expression, schedule.timezone, start, after);
    if (time) wait(schedule, time, slot);
  }

  function wait(schedule: LocalSchedule, time: Date, slot: number): void {
    const left = time.getTime() - Date.now();
    timers[slot] = setTimeout(
      () => {
        if (left > LONGEST_WAIT) return wait(schedule, time, slot);
        due(schedule, time);
        // After a sleep of the machine what was missed is not made up for, as little as AWS does after an outage.
        arm(schedule, new Date(Math.max(time.getTime(), Date.now())), slot);
      },
      Math.min(Math.max(left, 0), LONGEST_WAIT),
    );
  }

  function stop(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  }

  return {
    set(schedules) {
      stop();
      schedules.forEach((schedule, slot) => {
        arm(schedule, new Date(), slot);
      });
    },
    next: ({ expression, timezone }) => nextTime(expression, timezone, start, new Date()),
    stop,
  };
}
