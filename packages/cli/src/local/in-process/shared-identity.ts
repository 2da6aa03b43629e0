import type { Callers } from '../callers/callers.ts';

/** The credentials of a process in which all functions run. */
export interface SharedIdentity {
  readonly accessKeyId: string;
  /** Does the work of a run, so that its calls are known to come from it: as long as no other run is under way. */
  during<Result>(invocation: string, work: () => Promise<Result>): Promise<Result>;
}

export function createSharedIdentity(callers: Callers): SharedIdentity {
  const identity = callers.admit('test');
  const running = new Set<string>();
  function tell(): void {
    const [one] = running;
    identity.begin(running.size === 1 ? one : undefined);
  }
  return {
    accessKeyId: identity.accessKeyId,
    async during(invocation, work) {
      running.add(invocation);
      tell();
      try {
        return await work();
      } finally {
        running.delete(invocation);
        tell();
      }
    },
  };
}
