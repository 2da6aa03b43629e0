import type { Problem } from '@tankard/framework/manifest';
import type { Code } from './codes.ts';

/** What a {@link problem} is made of; an error where no severity is given. */
export interface ProblemParts extends Omit<Problem, 'code' | 'severity'> {
  readonly severity?: Problem['severity'] | undefined;
}

/** Makes a problem whose code is known to be in the registry of the command. */
export function problem(code: Code, parts: ProblemParts): Problem {
  return { severity: 'error', ...parts, code };
}
