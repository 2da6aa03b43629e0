import type { Clock } from '../clock.ts';

/** A clock on which a wait is over at once, and time has passed by as much. */
export function testClock(): Clock & { at: number } {
  const clock = {
    at: 0,
    now: () => clock.at,
    sleep: async (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      clock.at += milliseconds;
    },
  };
  return clock;
}
