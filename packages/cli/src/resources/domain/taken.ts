import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';

/** A name is one in all of AWS, and API Gateway says that somebody has it who cannot be seen from here. */
export function domainTaken(name: string): TankardError {
  return new TankardError([
    problem('DOMAIN_TAKEN', {
      message: `The name '${name}' is used in API Gateway already: in another region or account, at another kind of endpoint, or by a CloudFront distribution.`,
      subject: `domain:${name}`,
      remedy:
        'Remove it there first, or take another name. To move a name between regional and edge, deploy once without `domain`.',
    }),
  ]);
}
