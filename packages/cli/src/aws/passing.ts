import { errorName } from './error-name.ts';
import { NoAnswerError } from './no-answer.ts';

const THROTTLED = /Throttl|TooManyRequests|LimitExceeded|RequestLimit|SlowDown/;

/** Whether an error may be gone in a while: AWS was asked too often, has trouble of its own, or gave no answer. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswerError || THROTTLED.test(errorName(error))) return true;
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return ($metadata?.httpStatusCode ?? 0) >= 500;
}
