import type { WaitingProcess } from '../workers/function-process.ts';
import type { LocalFunction, RunnableFunction } from '../workers/local-function.ts';

/** The next process of one function, which waits for its code. */
export interface ProcessAhead {
  /** Starts it, unless there is one of this function already. */
  start(spec: LocalFunction): void;
  /** Gives it away, if it is one of this function as it is now. */
  take(spec: RunnableFunction): Promise<WaitingProcess> | undefined;
  /** Ends one that fits none of these. */
  keepFor(specs: Iterable<RunnableFunction>): void;
  /** Ends it. */
  drop(): void;
}

/**
 * @param begin starts a process.
 * @param end waits for one that is not needed to end.
 */
export function createProcessAhead(
  begin: (spec: RunnableFunction, of: LocalFunction) => Promise<WaitingProcess>,
  end: (closing: Promise<void>) => void,
): ProcessAhead {
  let ahead: { readonly key: string; readonly process: Promise<WaitingProcess> } | undefined;

  function drop(): void {
    if (ahead) end(ahead.process.then((one) => one.close()));
    ahead = undefined;
  }

  return {
    start(of) {
      const key = keyOf(of);
      if (ahead?.key === key) return;
      drop();
      const { folder: _, ...spec } = of;
      ahead = { key, process: begin(spec, of) };
    },
    take(spec) {
      if (ahead?.key !== keyOf(spec)) return undefined;
      const { process } = ahead;
      ahead = undefined;
      return process;
    },
    keepFor(specs) {
      for (const spec of specs) if (keyOf(spec) === ahead?.key) return;
      drop();
    },
    drop,
  };
}

/** What decides whether a process fits a function, apart from the folder of its code. */
function keyOf({ folder: _, ...spec }: RunnableFunction): string {
  return JSON.stringify(spec);
}
