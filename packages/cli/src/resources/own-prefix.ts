import type { Scope } from './reconciler.ts';

/** What may stand at the end of a name that was cut: `-`, 6 characters of hash, `.fifo`. */
const ENDING = 12;

/**
 * How the names of an app's resources begin in one stage, as far as no limit of AWS cuts it off. Others'
 * may begin so too: whose they are, their tags say.
 *
 * @param limit characters that AWS allows a name of the kind.
 */
export function ownPrefix({ app, stage }: Pick<Scope, 'app' | 'stage'>, limit: number): string {
  return `${app}-${stage}-`.slice(0, limit - ENDING);
}
