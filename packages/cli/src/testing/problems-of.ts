import { isTankardError, type Problem } from '@tankard/framework/errors';

/** The problems that a piece of work throws; anything else that it throws goes on its way. */
export async function problemsOf(work: () => unknown): Promise<readonly Problem[]> {
  try {
    await work();
  } catch (thrown) {
    if (isTankardError(thrown)) return thrown.problems;
    throw thrown;
  }
  throw new Error('Nothing was thrown.');
}
