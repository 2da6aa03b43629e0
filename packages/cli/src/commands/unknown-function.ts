import type { Problem } from '@tankard/framework/manifest';
import { nearest } from '../errors/nearest.ts';
import { problem } from '../errors/problem.ts';

/** FUNCTION_UNKNOWN: a name on the command line that no function of the app has. */
export function unknownFunction(name: string, names: readonly string[]): Problem {
  const meant = nearest(name, names);
  return problem('FUNCTION_UNKNOWN', {
    message: `The app has no function '${name}'.`,
    remedy: meant ? `Did you mean '${meant}'?` : `Functions: ${names.join(', ')}.`,
  });
}
