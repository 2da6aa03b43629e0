import type { Manifest } from '@tankard/framework/manifest';
import type { HttpPayload } from '@tankard/framework/testing';
import type { Invocation } from '../invocations/invocation.ts';

/** What a session answers, by what it is asked for. */
export interface Answers {
  readonly app: AppAnswer;
  readonly trigger: RunAnswer;
  readonly replay: RunAnswer;
  readonly invocations: { readonly invocations: readonly InvocationSummary[] };
  readonly clock: { readonly now: string };
  readonly drain: object;
}

export interface AppAnswer {
  readonly manifest: Manifest;
  /** The form of the events of the app's routes. */
  readonly payload: HttpPayload;
}

/** What came of a run that was asked for. */
export interface RunAnswer {
  /** Of the run's record. */
  readonly id: string;
  readonly function: string;
  readonly failed: boolean;
  /** Milliseconds. */
  readonly duration: number;
  /** What the handler returned, or `{ errorType, errorMessage, trace? }` with places in the source. */
  readonly result: unknown;
}

/** A run in a list: what it was given, wrote and returned is asked for by its id. */
export type InvocationSummary = Pick<
  Invocation,
  'id' | 'trace' | 'attempt' | 'function' | 'cause' | 'began'
> & {
  /** Nothing while it runs. */
  readonly failed?: boolean | undefined;
  /** Milliseconds. */
  readonly duration?: number | undefined;
  /** Whether a process was started for it. */
  readonly cold: boolean;
};

export function summaryOf({
  id,
  trace,
  attempt,
  function: name,
  cause,
  began,
  outcome,
}: Invocation): InvocationSummary {
  return {
    id,
    trace,
    attempt,
    function: name,
    cause,
    began,
    failed: outcome?.failed,
    duration: outcome?.duration,
    cold: outcome?.initDuration !== undefined,
  };
}
