import { calls } from './calls.ts';
import type { Measure } from './judge.ts';
import { programs } from './programs.ts';
import { sizes } from './sizes.ts';

/**
 * Everything that no change may make clearly worse.
 *
 * @param folder - an empty one, for what has to be made
 */
export function measures(folder: string): readonly Measure[] {
  return [...sizes(folder), ...calls(folder), ...programs()];
}
