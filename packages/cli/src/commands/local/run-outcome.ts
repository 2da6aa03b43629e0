import { problem } from '../../errors/problem.ts';
import type { RunAnswer } from '../../local/control/answers.ts';
import type { Outcome } from '../../report/outcome.ts';

/** A run on request as its command reports it: the result is printed, and a failure is a problem. */
export function runOutcome(handler: string, { id, failed, duration, result }: RunAnswer): Outcome {
  return {
    data: { handler, id, failed, duration, result },
    text: () => JSON.stringify(result, null, 2),
    problems: failed ? [failure(handler, result)] : [],
  };
}

function failure(handler: string, result: unknown) {
  const { errorType = 'Error', errorMessage = '' } = result as { errorType?: string; errorMessage?: string };
  return problem('LOCAL_HANDLER_FAILED', {
    message: `${handler} failed: ${errorType}: ${errorMessage}`,
    subject: handler,
    remedy: 'Its log is in the terminal of tankard local.',
  });
}
