import { randomUUID } from 'node:crypto';
import type { TakeChunk } from '../runtime-api/streamed-answer.ts';
import type { LocalTime } from '../time/local-time.ts';
import type { ProcessEvent } from '../workers/function-process.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import type { Cause } from './cause.ts';
import type { InvocationRecord } from './record.ts';

/** One event for a function, and where it came from. */
export interface InvocationRequest {
  /** The function's name in the graph. */
  readonly function: string;
  /** JSON text. */
  readonly event: string;
  readonly cause: Cause;
  /** Default: a new one. A retry gives that of the first run. */
  readonly requestId?: string | undefined;
  /** Default 1. */
  readonly attempt?: number | undefined;
  /** Gets what the function streams, as it comes. */
  readonly take?: TakeChunk | undefined;
}

/**
 * Runs a function with an event, records the run, and waits for its end. A failed run is a result, not a rejection.
 *
 * @throws Error where the app has no such function; TankardError with what is wrong with the app where it could not be built.
 */
export type Invoke = (request: InvocationRequest) => Promise<InvocationResult>;

export interface InvokeOptions {
  /** Runs a function that is there; places in what it says of a failure are those of the source. */
  readonly run: (functionName: string, event: ProcessEvent) => Promise<InvocationResult>;
  readonly record: InvocationRecord;
  readonly time: LocalTime;
  /** Resolves when the functions are those of the source as it stands. */
  readonly ready: () => Promise<unknown>;
}

export function createInvoke({ run, record, time, ready }: InvokeOptions): Invoke {
  return async ({ function: name, event, cause, requestId = randomUUID(), attempt = 1, take }) => {
    await ready();
    const id = attempt === 1 ? requestId : `${requestId}-${attempt}`;
    const began = new Date(time.now()).toISOString();
    record.begin({ id, requestId, attempt, function: name, cause, event, began });
    try {
      const result = await run(name, { payload: event, requestId, invocation: id, take });
      const { failed, payload, duration, initDuration } = result;
      record.end(id, { failed, payload, duration, initDuration });
      return result;
    } catch (error) {
      const payload = JSON.stringify({ errorType: 'Error', errorMessage: String(error) });
      record.end(id, { failed: true, payload, duration: 0 });
      throw error;
    }
  };
}
