import type { Plan } from './plan.ts';

/**
 * Keys of the tags that a later deploy may take away. Data that is kept still has those of earlier deploys, should
 * the app want it again.
 */
export function tagsToRemember(
  { gone }: Pick<Plan, 'gone'>,
  set: readonly string[],
  before: readonly string[] = [],
): readonly string[] {
  return gone.some(({ action }) => action === 'keep') ? [...new Set([...set, ...before])] : set;
}
