/** Node's timers take at most 24.8 days: what is later is waited for in steps. Milliseconds. */
const LONGEST_WAIT = 86_400_000;

/**
 * The time of a session: the machine's own, moved forward on request. Everything here that waits, from a queue's visibility to the
 * hour of a schedule, waits by it and by nothing else.
 */
export interface LocalTime {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Calls something once, when so many milliseconds have gone by on this clock; at once in a later turn where that is not positive.
   *
   * @returns takes it back.
   */
  after(milliseconds: number, run: () => void): () => void;
  /** Moves the clock forward. What falls due on the way is called in its order, each at its own time. */
  advance(milliseconds: number): Promise<void>;
  /** Nothing is called any more. */
  stop(): void;
}

interface Due {
  readonly at: number;
  readonly run: () => void;
}

export function createLocalTime(): LocalTime {
  /** By time, the latest first: the next one is taken from the end. */
  const waiting: Due[] = [];
  let ahead = 0;
  let armed: NodeJS.Timeout | undefined;
  let stopped = false;

  const now = () => Date.now() + ahead;

  function arm(): void {
    clearTimeout(armed);
    const next = waiting.at(-1);
    if (!next || stopped) return;
    armed = setTimeout(runDue, Math.min(Math.max(next.at - now(), 0), LONGEST_WAIT));
  }

  function runDue(): void {
    // What these add waits for the next turn, so that nothing can starve the rest of the process.
    const until = now();
    for (let next = waiting.at(-1); next && next.at <= until; next = waiting.at(-1)) {
      waiting.pop();
      next.run();
    }
    arm();
  }

  function add(due: Due): void {
    let low = 0;
    let high = waiting.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((waiting[middle] as Due).at > due.at) low = middle + 1;
      else high = middle;
    }
    waiting.splice(low, 0, due);
    if (low === waiting.length - 1) arm();
  }

  return {
    now,
    after(milliseconds, run) {
      const due = { at: now() + Math.max(milliseconds, 0), run };
      if (!stopped) add(due);
      return () => {
        const place = waiting.indexOf(due);
        if (place >= 0) waiting.splice(place, 1);
      };
    },
    async advance(milliseconds) {
      const until = now() + milliseconds;
      for (let next = waiting.at(-1); next && next.at <= until && !stopped; next = waiting.at(-1)) {
        ahead += Math.max(next.at - now(), 0);
        runDue();
        // What was called may have more to wait for before the clock goes on.
        await new Promise((resolve) => setImmediate(resolve));
      }
      ahead += Math.max(until - now(), 0);
      arm();
    },
    stop() {
      stopped = true;
      waiting.length = 0;
      clearTimeout(armed);
    },
  };
}
