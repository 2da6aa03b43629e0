import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import type { Graph, GraphOutput } from '../../graph/node.ts';
import { type NamedStage, stageNotDeployed } from './stage-not-deployed.ts';

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
 * The URL of a stage, without a slash at its end.
 *
 * @param outputs those that AWS knows.
 * @throws TankardError STAGE_NOT_DEPLOYED.
 */
export function knownUrl(outputs: readonly { readonly value: string }[], stage: NamedStage): string {
  const [found] = outputs;
  if (found) return found.value.replace(/\/$/, '');
  throw new TankardError([stageNotDeployed(stage)]);
}
