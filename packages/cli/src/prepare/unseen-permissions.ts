import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { FunctionStatements } from '../policy/statements-for.ts';

/** One warning for each use of AWS that could not be read from the code, with the functions that hold it. */
export function unseenPermissions(policies: ReadonlyMap<string, FunctionStatements>): readonly Problem[] {
  const notes = [...policies].flatMap(([name, policy]) =>
    policy.notes.filter(({ isGranted }) => !isGranted).map((note) => ({ name, note })),
  );
  const alike = Map.groupBy(
    notes,
    ({ note: { place, what, remedy } }) => `${place.file}\0${place.line}\0${what}\0${remedy}`,
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { place, what, remedy } = first.note;
    const names = [...new Set(group.map(({ name }) => name))];
    return problem('PERMISSION_NOT_SEEN', {
      severity: 'warning',
      message: `What ${listed(names)} may do in AWS is not seen in full: ${what}`,
      place,
      remedy,
    });
  });
}

/** Up to three names, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `'${name}'`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
