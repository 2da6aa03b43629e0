import { SqsError } from '../../emulators/sqs/error.ts';
import type { Queue } from '../../emulators/sqs/queue/queue.ts';
import type { Invoke } from '../../invocations/invoker.ts';
import { queueFilter } from '../../patterns/filter-criteria.ts';
import type { LocalTime } from '../../time/local-time.ts';
import type { InvocationResult } from '../../workers/invocation-result.ts';
import { Batch, type Entry } from './batch.ts';
import { failedMessages } from './failed-messages.ts';
import type { QueueMapping } from './queue-mappings.ts';

/** Brings the messages of one queue to one function, as Lambda's pollers do. */
export interface QueuePoller {
  readonly mapping: QueueMapping;
  /** There may be something to receive. */
  wake(): void;
  /** The app was built anew. */
  resume(): void;
  /** See {@link Delivery.settle}. */
  settle(): Promise<boolean>;
  /** Receives nothing any more, and gives back what no function has got. */
  stop(): void;
}

export interface QueuePollerOptions {
  readonly mapping: QueueMapping;
  /** Nothing where there is no such queue now. */
  readonly queue: () => Queue | undefined;
  readonly time: LocalTime;
  readonly invoke: Invoke;
  /** Told when messages that failed come again, and in how many seconds. */
  readonly onRetry: (seconds: number) => void;
}

export function createQueuePoller({
  mapping,
  queue,
  time,
  invoke,
  onRetry,
}: QueuePollerOptions): QueuePoller {
  const matches = queueFilter(mapping.filters);
  const running = new Set<Promise<void>>();
  let batch = new Batch(mapping.batchSize);
  /** The batch waits for its window to close. */
  let closeWindow: (() => void) | undefined;
  let windowIsOver = false;
  /** The app could not be built: what is received would only be given back. */
  let isPaused = false;
  let isStopped = false;

  /** @param whole a batch that is not full need not wait. */
  function pump(whole = false): void {
    while (!isStopped && !isPaused && running.size < mapping.concurrency) {
      const from = queue();
      if (!from) return;
      batch.fill(from, matches);
      if (batch.entries.length === 0) return;
      if (mapping.batchWindow > 0 && !batch.isFull && !windowIsOver && !whole) {
        closeWindow ??= time.after(mapping.batchWindow * 1000, () => {
          windowIsOver = true;
          pump();
        });
        return;
      }
      start(take());
    }
  }

  function take(): readonly Entry[] {
    const { entries } = batch;
    batch = new Batch(mapping.batchSize);
    closeWindow?.();
    closeWindow = undefined;
    windowIsOver = false;
    return entries;
  }

  function start(entries: readonly Entry[]): void {
    const run = handOver(entries).finally(() => {
      running.delete(run);
      pump();
    });
    running.add(run);
  }

  async function handOver(entries: readonly Entry[]): Promise<void> {
    const event = JSON.stringify({ Records: entries.map(({ record }) => record) });
    const after = [...new Set(entries.flatMap(({ received }) => received.message.after))];
    const cause = { by: 'sqs', what: mapping.what, after } as const;
    const result = await invoke({ function: mapping.function, event, cause }).catch(() => undefined);
    if (result) finish(entries, result);
    else giveBack(entries);
  }

  function finish(entries: readonly Entry[], result: InvocationResult): void {
    const from = queue();
    if (!from) return;
    const ids = entries.map(({ record }) => record.messageId);
    const failed = new Set(failedMessages(result, ids, mapping.reportsFailures));
    for (const { received } of entries) {
      if (!failed.has(received.message.id)) deleteFrom(from, received.handle);
    }
    const waits = entries
      .map(({ received }) => received.message)
      .filter(({ id, state, receivedBefore = 0 }) => {
        const receives = state.receives - receivedBefore;
        return failed.has(id) && receives < (from.redrivePolicy?.maxReceiveCount ?? Number.POSITIVE_INFINITY);
      })
      .map(({ state }) => Math.ceil((state.visibleAt - time.now()) / 1000));
    if (waits.length > 0 && !isStopped) onRetry(Math.max(...waits, 0));
  }

  /** No function has seen them: the app could not be built. */
  function giveBack(entries: readonly Entry[]): void {
    isPaused = true;
    const from = queue();
    for (const { received } of entries) from?.release(received);
  }

  return {
    mapping,
    wake: () => pump(),
    resume() {
      isPaused = false;
      pump();
    },
    async settle() {
      let worked = false;
      for (;;) {
        pump(true);
        if (running.size === 0) return worked;
        worked = true;
        await Promise.all(running);
      }
    },
    stop() {
      isStopped = true;
      const entries = take();
      const from = queue();
      for (const { received } of entries) from?.release(received);
    },
  };
}

/** A FIFO queue no longer takes the handle of a message that has become visible again: it comes again, then. */
function deleteFrom(queue: Queue, handle: string): void {
  try {
    queue.delete(handle);
  } catch (error) {
    if (!(error instanceof SqsError)) throw error;
  }
}
