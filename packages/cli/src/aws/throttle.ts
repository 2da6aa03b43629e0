import { type Clock, realClock } from './clock.ts';

/** Lets calls through one by one, at an even pace. */
export interface Throttle {
  /** Resolves when it is this caller's turn. */
  turn(): Promise<void>;
}

/**
 * At most `rate` turns a second, after a first handful at once: AWS counts in buckets that hold a
 * second's worth.
 */
export function createThrottle(rate: number, clock: Clock = realClock): Throttle {
  const gap = 1000 / rate;
  const burst = Math.floor(rate / 2);
  let next = Number.NEGATIVE_INFINITY;
  return {
    turn: async () => {
      const at = clock.now();
      next = Math.max(next, at - burst * gap) + gap;
      if (next > at) await clock.sleep(next - at);
    },
  };
}
