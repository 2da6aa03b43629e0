import type { InvocationResult } from '../workers/invocation-result.ts';

/**
 * What a handler returned.
 *
 * @throws Error with the name, message and stack of what it threw.
 */
export function resultOf({ failed, payload }: InvocationResult): unknown {
  const value: unknown = JSON.parse(payload);
  if (!failed) return value;
  const { errorType, errorMessage, trace } = value as {
    readonly errorType: string;
    readonly errorMessage: string;
    readonly trace?: readonly string[];
  };
  throw Object.assign(new Error(errorMessage), {
    name: errorType,
    ...(trace && { stack: trace.join('\n') }),
  });
}
