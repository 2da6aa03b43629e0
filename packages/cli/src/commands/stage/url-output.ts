import { TankardError } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';
import type { Graph, GraphOutput } from '../../graph/node.ts';

/**
 * The output that holds an app's URL.
 *
 * @throws TankardError URL_NONE.
 */
export function urlOutput({ app, outputs }: Pick<Graph, 'app' | 'outputs'>): GraphOutput {
  const found = outputs.find(({ name }) => name === 'Url');
  if (found) return found;
  throw new TankardError([
    problem('URL_NONE', {
      message: `The app '${app}' has no routes, so it has no URL.`,
      remedy: 'Declare a route, or see with tankard status what else it has.',
    }),
  ]);
}

/**
 * The URL of a stage.
 *
 * @param outputs those that AWS knows.
 * @throws TankardError STAGE_NOT_DEPLOYED.
 */
export function knownUrl(
  outputs: readonly { readonly value: string }[],
  { app, stage, region }: { readonly app: string; readonly stage: string; readonly region: string },
): string {
  const [found] = outputs;
  if (found) return found.value;
  throw new TankardError([
    problem('STAGE_NOT_DEPLOYED', {
      message: `The stage '${stage}' of '${app}' is not in ${region}.`,
      remedy: `Deploy it first: tankard deploy --stage ${stage}. Or name another --region or --profile.`,
    }),
  ]);
}
