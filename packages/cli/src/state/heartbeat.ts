/** Milliseconds between two signs of life of whoever holds a lock. */
export const BEAT = 20_000;
/** Milliseconds without one after which a lock's process has most likely ended. */
export const SILENT = 6 * BEAT;

/** Signs of life that go on until they are stopped. */
export interface Heartbeat {
  /** Resolves when none is under way any more. */
  stop(): Promise<void>;
}

/**
 * Gives a sign of life again and again, one at a time. One that fails is left out; the process may end without them.
 *
 * @param beat says whether the lock is still ours: if not, there are no more.
 */
export function startHeartbeat(beat: () => Promise<boolean>, every = BEAT): Heartbeat {
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(async () => {
      const ours = await beat().catch(() => true);
      if (!ours) clearInterval(timer);
    });
  }, every);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return last;
    },
  };
}
