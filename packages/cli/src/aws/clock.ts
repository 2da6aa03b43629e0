import { setTimeout } from 'node:timers/promises';

/** Time as waits see it; a test brings its own. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** @param signal ends the wait with an AbortError. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
};
