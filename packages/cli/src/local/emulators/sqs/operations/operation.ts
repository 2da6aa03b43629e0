import type { QueueStore } from '../queue-store.ts';

/** What operations work with, one request at a time. */
export interface SqsContext {
  readonly store: QueueStore;
  readonly account: string;
  /** What queue URLs begin with, as the client reached us: `http://127.0.0.1:4566`. */
  readonly origin: string;
  readonly senderId: string;
  /** Ids of the invocations that the request came from. */
  readonly after: readonly string[];
  readonly now: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone?: AbortSignal | undefined;
}

/** One operation of SQS: its input and output as they stand in JSON; each says what it reads of its input. */
export type Operation = (context: SqsContext, input: never) => object | Promise<object>;

/** Every operation on one queue has it. */
export interface OfQueue {
  readonly QueueUrl: string;
}
