import { errorName } from './error-name.ts';
import { eventually, type Patience } from './eventually.ts';

/** Milliseconds: API Gateway lets an account delete one API in 30 seconds, so that a few may stand in line. */
const WITHIN = 150_000;

/**
 * Tries a call again while AWS says that somebody else is changing the same thing, or that too many are:
 * steps go in parallel, and API Gateway and EventBridge refuse two changes of one thing at a time.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export function afterOthers<T>(
  call: () => Promise<T>,
  { within = WITHIN, signal }: Patience = {},
): Promise<T> {
  return eventually(call, isBusy, { within, signal });
}

function isBusy(error: unknown): boolean {
  const name = errorName(error);
  if (name === 'ConcurrentModificationException' || name === 'TooManyRequestsException') return true;
  return (
    name === 'ConflictException' && error instanceof Error && /concurrent modification/i.test(error.message)
  );
}
