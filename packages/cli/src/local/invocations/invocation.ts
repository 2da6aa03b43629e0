import type { Cause } from './cause.ts';

/** One run of a function, as it is recorded. */
export interface Invocation {
  /** Of this run alone; a retry has the same `requestId` and another id. */
  readonly id: string;
  /** What all runs share that go back to the same event from outside. */
  readonly trace: string;
  readonly requestId: string;
  /** 1 for the first; Lambda runs what was invoked asynchronously up to three times. */
  readonly attempt: number;
  /** The function's name in the graph. */
  readonly function: string;
  readonly cause: Cause;
  /** JSON text, as the function got it. */
  readonly event: string;
  /** ISO 8601, by the session's clock. */
  readonly began: string;
  /** What came of it; nothing while it runs. */
  readonly outcome?: Outcome | undefined;
  /** What it wrote, a line each, with places in the source. */
  readonly log: readonly string[];
}

export interface Outcome {
  readonly failed: boolean;
  /** JSON text of the result, or of `{ errorType, errorMessage, trace? }` with places in the source. */
  readonly payload: string;
  /** Milliseconds. */
  readonly duration: number;
  /** Milliseconds; only for a cold start. */
  readonly initDuration?: number | undefined;
}
