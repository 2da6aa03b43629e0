import type { DeployedRole } from './deployed-role.ts';
import type { Right } from './right.ts';

/** A right that was taken from a function's role, and what became of what the function serves. */
export interface TakenRight {
  /** The app and the function. */
  readonly of: string;
  readonly right: Right;
  /** Whether it failed for want of the right. */
  readonly needed: boolean;
}

/**
 * Takes away one right after another, each for as long as it takes to try.
 *
 * @param tries what the function serves; it throws where that fails.
 */
export async function takeAway(
  of: string,
  role: DeployedRole,
  tries: () => Promise<void>,
): Promise<readonly TakenRight[]> {
  const taken: TakenRight[] = [];
  for (const right of role.rights) {
    const needed = await role.lacking(right, () =>
      tries().then(
        () => false,
        () => true,
      ),
    );
    taken.push({ of, right, needed });
  }
  return taken;
}
