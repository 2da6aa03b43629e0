import type { Plan } from './plan.ts';

/**
 * Keys of the tags that a later deploy may take away. Data that is kept still has those of earlier deploys, should
 * the app want it again.
 *
 * @param set keys that this deploy set.
 * @param all these and what is remembered from before.
 */
export function tagsToRemember(
  { gone }: Pick<Plan, 'gone'>,
  set: readonly string[],
  all: readonly string[],
): readonly string[] {
  return gone.some(({ action }) => action === 'keep') ? all : set;
}
