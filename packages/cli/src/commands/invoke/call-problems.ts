import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';

/** FUNCTION_NOT_DEPLOYED: AWS has no such function. */
export function notDeployed(name: string, stage: string): Problem {
  return problem('FUNCTION_NOT_DEPLOYED', {
    message: `The function '${name}' is not in AWS in the stage ${stage}.`,
    subject: name,
    remedy: `Deploy it first: tankard deploy --stage ${stage}. Or name another --region or --profile.`,
  });
}

/**
 * INVOKED_HANDLER_FAILED: the handler threw, or Lambda ended it.
 *
 * @param result what Lambda answered: `{ errorType, errorMessage }`.
 */
export function handlerFailed(name: string, result: unknown): Problem {
  const { errorType = 'Error', errorMessage = '' } = (result ?? {}) as {
    errorType?: string;
    errorMessage?: string;
  };
  return problem('INVOKED_HANDLER_FAILED', {
    message: `${name} failed: ${errorType}: ${errorMessage}`,
    subject: name,
    remedy: 'Its stack is in the result, and the end of its log above it; all of it: tankard logs.',
  });
}
