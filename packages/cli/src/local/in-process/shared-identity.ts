import type { Callers } from '../callers/callers.ts';

/** The credentials of a process in which all functions run. */
export interface SharedIdentity {
  readonly accessKeyId: string;
  /** Does the work of a run, so that its calls are known to come from it: as long as no other run is under way. */
  during<Result>(functionName: string, invocation: string, work: () => Promise<Result>): Promise<Result>;
}

export function createSharedIdentity(callers: Callers): SharedIdentity {
  /** The functions' names, by invocation. */
  const running = new Map<string, string>();
  return {
    accessKeyId: callers.share(() => {
      const [one] = running;
      return one && running.size === 1 ? { function: one[1], invocation: one[0] } : undefined;
    }),
    async during(functionName, invocation, work) {
      running.set(invocation, functionName);
      try {
        return await work();
      } finally {
        running.delete(invocation);
      }
    },
  };
}
