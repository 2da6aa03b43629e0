import { type Problem, TankardError } from '@tankard/framework/errors';

/**
 * Goes on with warnings alone.
 *
 * @throws TankardError with all of the problems, warnings too, where one is an error.
 */
export function refuseErrors(problems: readonly Problem[]): readonly Problem[] {
  if (problems.some(({ severity }) => severity === 'error')) throw new TankardError(problems);
  return problems;
}
