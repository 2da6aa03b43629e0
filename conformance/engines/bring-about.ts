import type { Target } from '../../packages/cli/src/aws/target.ts';
import type { Graph } from '../../packages/cli/src/graph/node.ts';
import { deploy, type PlanRequest } from '../../packages/cli/src/plan/deploy.ts';
import type { StateStore } from '../../packages/cli/src/state/store.ts';

/** An app that is built. */
export type Deployable = Pick<PlanRequest, 'graph' | 'parameters' | 'zip'>;

/** Where a deploy goes to, and where it is written down. */
export interface Destination {
  readonly target: Target;
  readonly store: StateStore;
  readonly signal?: AbortSignal | undefined;
  /** Told of each step for which AWS has done its part. */
  readonly called?: ((id: string) => void) | undefined;
}

/** Deploys an app in this process, as the command does. */
export async function bringAbout(app: Deployable, destination: Destination): Promise<void> {
  await apply(app, destination, false);
}

/** Removes everything that a stage has, data too. */
export async function removeAll(
  { app, stage }: Pick<Graph, 'app' | 'stage'>,
  destination: Destination,
): Promise<void> {
  const zip = async (name: string) => {
    throw new Error(`A removal needs no ${name}.`);
  };
  const graph = { app, stage, nodes: new Map(), outputs: [] };
  await apply({ graph, parameters: {}, zip }, destination, true);
}

async function apply(app: Deployable, destination: Destination, withData: boolean): Promise<void> {
  const { target, store, signal = new AbortController().signal, called } = destination;
  const { applied } = await deploy({
    ...app,
    target,
    store,
    signal,
    command: 'deploy',
    breakLock: false,
    choice: { withData, replaceData: new Set() },
    onEvent: (event) => {
      if (event.type === 'called') called?.(event.step.id);
    },
    confirm: async () => true,
  });
  if (!applied) throw new Error('Nothing was deployed.');
}
