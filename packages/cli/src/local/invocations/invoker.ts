import { randomUUID } from 'node:crypto';
import type { FunctionPools } from '../session/function-pools.ts';
import type { SourceStacks } from '../session/source-stack.ts';
import type { LocalTime } from '../time/local-time.ts';
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
}

/**
 * Runs a function with an event, records the run, and waits for its end. A failed run is a result, not a rejection.
 *
 * @throws Error where the app has no such function; TankardError with what is wrong with the app where it could not be built.
 */
export type Invoke = (request: InvocationRequest) => Promise<InvocationResult>;

/** @param ready resolves when the functions are those of the source as it stands. */
export function createInvoke(
  pools: FunctionPools,
  record: InvocationRecord,
  stacks: SourceStacks,
  time: LocalTime,
  ready: () => Promise<unknown>,
): Invoke {
  return async ({ function: name, event, cause, requestId = randomUUID(), attempt = 1 }) => {
    await ready();
    const id = attempt === 1 ? requestId : `${requestId}-${attempt}`;
    const began = new Date(time.now()).toISOString();
    record.begin({ id, requestId, attempt, function: name, cause, event, began });
    try {
      const result = await pools.invoke(name, { payload: event, requestId, invocation: id });
      const payload = result.failed ? stacks.resolve(result.payload) : result.payload;
      const { failed, duration, initDuration } = result;
      record.end(id, { failed, payload, duration, initDuration });
      return { ...result, payload };
    } catch (error) {
      const payload = JSON.stringify({ errorType: 'Error', errorMessage: String(error) });
      record.end(id, { failed: true, payload, duration: 0 });
      throw error;
    }
  };
}
