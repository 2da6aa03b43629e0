import type { InvocationRecord } from '../invocations/record.ts';
import type { Happening } from './happening.ts';

/** Tells of every run that has ended; of one behind a route only where it failed, for its answer is told already. */
export function tellInvocations(record: InvocationRecord, tell: (happening: Happening) => void): void {
  record.onChange(({ function: name, cause, outcome }, change) => {
    if (change !== 'ended' || !outcome) return;
    const { failed, duration, payload } = outcome;
    if (failed) tell({ kind: 'failed', function: name, ...failureIn(payload) });
    if (cause.by === 'route') return;
    tell({ kind: 'ran', function: name, by: cause.by, what: cause.what, failed, duration, payload });
  });
}

/** What a failed invocation says of itself; Lambda gives always these two. */
function failureIn(payload: string): { readonly errorType: string; readonly errorMessage: string } {
  const { errorType = 'Error', errorMessage = '' } = JSON.parse(payload);
  return { errorType, errorMessage };
}
