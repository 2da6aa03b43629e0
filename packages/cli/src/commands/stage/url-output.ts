import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import type { Graph, GraphOutput } from '../../graph/node.ts';
import { type NamedStage, stageNotDeployed } from './stage-not-deployed.ts';

/** What each address is of, and how another one is asked for. */
const NONE = {
  Url: ['routes', "Declare a route, or ask with --websocket for the address of the app's WebSocket API."],
  WebsocketUrl: [
    'WebSocket routes',
    'Declare one by app.websocket, or ask without --websocket for the routes.',
  ],
} as const;

/**
 * The output that holds an app's URL, or that of its WebSocket API.
 *
 * @throws TankardError URL_NONE.
 */
export function urlOutput(
  { app, outputs }: Pick<Graph, 'app' | 'outputs'>,
  which: keyof typeof NONE,
): GraphOutput {
  const found = outputs.find(({ name }) => name === which);
  if (found) return found;
  const [lacks, remedy] = NONE[which];
  throw new TankardError([
    problem('URL_NONE', {
      message: `The app '${app}' has no ${lacks}, so it has no URL for them.`,
      remedy,
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
