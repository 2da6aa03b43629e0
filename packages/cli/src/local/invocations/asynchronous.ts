import { randomUUID } from 'node:crypto';
import type { Delivery } from '../deliveries/delivery.ts';
import type { LocalTime } from '../time/local-time.ts';
import type { Cause } from './cause.ts';
import type { Invoke } from './invoker.ts';

/**
 * Seconds that Lambda waits before it runs a failed asynchronous invocation again.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
const WAITS = [60, 120];

/** Lambda's queue of events that nobody waits for: of schedules, rules, topics and buckets. */
export interface AsynchronousInvocations extends Delivery {
  /** Takes an event. A run that fails is repeated twice, with the same request id. */
  take(functionName: string, event: string, cause: Cause): void;
}

/**
 * @param invoke runs a function; a rejection, as of a build that failed, counts as a failed run.
 * @param onRetry is told when a failed event is to be tried again in so many seconds.
 */
export function createAsynchronousInvocations(
  invoke: Invoke,
  time: LocalTime,
  onRetry: (functionName: string, seconds: number) => void,
): AsynchronousInvocations {
  const running = new Set<Promise<void>>();
  let closed = false;

  function start(run: () => Promise<void>): void {
    const work = run().finally(() => running.delete(work));
    running.add(work);
  }

  async function attempt(
    functionName: string,
    event: string,
    cause: Cause,
    requestId: string,
    number: number,
  ): Promise<void> {
    const failed = await invoke({ function: functionName, event, cause, requestId, attempt: number }).then(
      (result) => result.failed,
      () => true,
    );
    const wait = WAITS[number - 1];
    if (!failed || wait === undefined || closed) return;
    onRetry(functionName, wait);
    time.after(wait * 1000, () => start(() => attempt(functionName, event, cause, requestId, number + 1)));
  }

  return {
    take(functionName, event, cause) {
      if (!closed) start(() => attempt(functionName, event, cause, randomUUID(), 1));
    },
    async settle() {
      if (running.size === 0) return false;
      await Promise.all(running);
      return true;
    },
    async close() {
      closed = true;
    },
  };
}
