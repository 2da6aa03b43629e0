import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { Graph } from '../graph/node.ts';

/** Parameters that a run or a deploy needs a value for; a template asks for them by itself. */
export function missingParameters({ parameters }: Graph): readonly Problem[] {
  return parameters
    .filter(({ value }) => value === undefined)
    .map(({ name, description }) =>
      problem('PARAMETER_MISSING', {
        message: `The parameter '${name}' has no value${description ? ` (${description})` : ''}.`,
        subject: name,
        remedy: `Give --parameter ${name}=VALUE, or set parameters.${name} in the stage's configuration.`,
      }),
    );
}
