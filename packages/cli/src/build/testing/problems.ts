import { isTankardError, type Problem } from '@tankard/framework/errors';

/** The problems that a promise fails with; any other end of it is an error. */
export async function problemsOf(promise: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await promise;
  } catch (thrown) {
    if (isTankardError(thrown)) return thrown.problems;
    throw thrown;
  }
  throw new Error('There was no problem.');
}
