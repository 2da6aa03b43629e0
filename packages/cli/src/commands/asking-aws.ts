import { TankardError } from '@tankard/framework/errors';
import { awsProblem } from '../aws/aws-problem.ts';

/**
 * Does something with AWS, and tells what AWS says against it.
 *
 * @param step what is done, for the problem.
 * @throws TankardError AWS_FAILED, AWS_CREDENTIALS.
 */
export async function askingAws<T>(step: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = awsProblem(error, { step });
    throw known ? new TankardError([known]) : error;
  }
}
