/**
 * Seconds that Lambda waits before it tries a failed asynchronous invocation again.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
const WAITS = [60, 120];

/** Tries again what failed, as Lambda does for whoever invokes it asynchronously. */
export interface Retries {
  /** Runs something, and twice more where it answers that it failed. */
  run(work: () => Promise<{ readonly failed: boolean }>, again: (seconds: number) => void): Promise<void>;
  /** Nothing is tried any more. */
  stop(): void;
}

export function createRetries(): Retries {
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  async function attempt(
    work: () => Promise<{ readonly failed: boolean }>,
    again: (seconds: number) => void,
    waits: readonly number[],
  ): Promise<void> {
    const { failed } = await work();
    const [wait, ...later] = waits;
    if (!failed || wait === undefined || stopped) return;
    again(wait);
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(work, again, later);
    }, wait * 1000);
    timers.add(timer);
  }

  return {
    run: (work, again) => attempt(work, again, WAITS),
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
