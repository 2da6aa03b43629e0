import { randomUUID } from 'node:crypto';
import type { Delivery } from '../deliveries/delivery.ts';
import type { LocalTime } from '../time/local-time.ts';
import type { Cause } from './cause.ts';
import type { Invoke } from './invoker.ts';
import type { KeptEvents, WaitingEvent } from './kept-events.ts';

/**
 * Seconds that Lambda waits before it runs a failed asynchronous invocation again.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
const WAITS = [60, 120];

/** Lambda's queue of events that nobody waits for: of schedules, rules, topics and buckets. */
export interface AsynchronousInvocations extends Delivery {
  /** Takes an event, which outlives the session from then on. A run that fails is repeated twice, with the same request id. */
  take(functionName: string, event: string, cause: Cause): void;
}

export interface AsynchronousOptions {
  /** Runs a function; a rejection, as of a build that failed, counts as a failed run. */
  readonly invoke: Invoke;
  readonly time: LocalTime;
  /** What earlier sessions left is run, too. */
  readonly events: KeptEvents;
  /** Told when a failed event is to be tried again in so many seconds. */
  readonly onRetry: (functionName: string, seconds: number) => void;
}

export function createAsynchronousInvocations({
  invoke,
  time,
  events,
  onRetry,
}: AsynchronousOptions): AsynchronousInvocations {
  const running = new Set<Promise<void>>();
  let closed = false;

  function start(waiting: WaitingEvent): void {
    if (closed) return;
    const work = attempt(waiting).finally(() => running.delete(work));
    running.add(work);
  }

  function startWhenDue(waiting: WaitingEvent): void {
    // Never longer than its wait: the clock of an earlier session may have been moved ahead of this one's.
    const wait = Math.min(waiting.due - time.now(), (WAITS[waiting.attempt - 2] ?? 0) * 1000);
    if (wait <= 0) start(waiting);
    else time.after(wait, () => start(waiting));
  }

  async function attempt(waiting: WaitingEvent): Promise<void> {
    const { id, function: name, event, cause, attempt: number } = waiting;
    const failed = await invoke({ function: name, event, cause, requestId: id, attempt: number }).then(
      (result) => result.failed,
      () => true,
    );
    // What the end of the session cut short has not run: it is there at the next start.
    if (closed) return;
    const wait = WAITS[number - 1];
    if (!failed || wait === undefined) return events.remove(id);
    const next = { ...waiting, attempt: number + 1, due: time.now() + wait * 1000 };
    events.put(next);
    onRetry(name, wait);
    startWhenDue(next);
  }

  for (const waiting of events.earlier) startWhenDue(waiting);
  return {
    take(functionName, event, cause) {
      const taken = time.now();
      const waiting = {
        id: randomUUID(),
        function: functionName,
        event,
        cause,
        taken,
        attempt: 1,
        due: taken,
      };
      events.put(waiting);
      start(waiting);
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
