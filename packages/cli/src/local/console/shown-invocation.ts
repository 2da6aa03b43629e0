import type { Invocation, Outcome } from '../invocations/invocation.ts';
import type { ShownInvocation, ShownRun } from './shown.ts';

export function shownInvocation({ cause, outcome, ...one }: Invocation): ShownInvocation {
  return {
    id: one.id,
    trace: one.trace,
    attempt: one.attempt,
    function: one.function,
    by: cause.by,
    what: cause.what,
    after: cause.after,
    began: one.began,
    state: stateOf(outcome),
    duration: outcome?.duration,
    cold: outcome?.initDuration !== undefined,
  };
}

export function shownRun(invocation: Invocation): ShownRun {
  const { requestId, event, log, outcome } = invocation;
  return {
    ...shownInvocation(invocation),
    requestId,
    event,
    log,
    payload: outcome?.payload,
    initDuration: outcome?.initDuration,
  };
}

/** A run that reports records which failed has ended well for Lambda; for whoever looks it has not. */
export function stateOf(outcome: Outcome | undefined): ShownInvocation['state'] {
  if (!outcome) return 'runs';
  if (outcome.failed) return 'failed';
  return outcome.payload.startsWith('{"batchItemFailures":[{') ? 'partly failed' : 'done';
}
