import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { FunctionStatements } from '../policy/statements-for.ts';

/** A warning for each use of AWS that may want a permission which could not be read from the code. */
export function unseenPermissions(policies: ReadonlyMap<string, FunctionStatements>): readonly Problem[] {
  return [...policies].flatMap(([name, { notes }]) =>
    notes.map(({ place, what, remedy }) =>
      problem('PERMISSION_NOT_SEEN', {
        severity: 'warning',
        message: `The function '${name}' may lack a permission: ${what}`,
        place,
        remedy,
      }),
    ),
  );
}
