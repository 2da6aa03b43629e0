import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import type { AnyNode } from '../graph/node.ts';
import type { Recorded } from '../state/recorded.ts';
import { type DeployRequest, type DeployResult, deployLocked, stageOf, underLock } from './deploy.ts';
import { type Release, releasesIn } from './release.ts';
import { widened } from './release-permissions.ts';

/** What a rollback needs: all of a deploy but the app. */
export type RollbackRequest = Omit<DeployRequest, 'graph' | 'zip' | 'parameters' | 'command'> & {
  readonly graph: Pick<DeployRequest['graph'], 'app' | 'stage' | 'tags'>;
};

/** A rollback that was done, and which deploy it went back to. */
export interface RollbackResult extends DeployResult {
  readonly release: Pick<Release, 'number' | 'at'>;
}

/**
 * Brings the functions back to the code and configuration of the deploy before the last one, or, where
 * the last one failed, of the last one that was done. They get back the permissions that they had, beside those
 * that they have. Everything else stays as it is; a function that was removed since does not come back. Done
 * again, it goes one further back.
 *
 * @throws TankardError ROLLBACK_NOTHING, and all that a deploy throws.
 */
export function rollback(request: RollbackRequest): Promise<RollbackResult> {
  const { app, stage } = request.graph;
  const { files } = request.store;
  const whole: DeployRequest = {
    ...request,
    graph: { ...request.graph, nodes: new Map(), outputs: [] },
    parameters: {},
    command: 'rollback',
    zip: async (name) => {
      const code = await files.read(name);
      if (!code) throw nothing(`The code ${name} is not kept any more`);
      return code;
    },
  };
  return underLock(whole, async (journal) => {
    const { recorded } = journal;
    const last = recorded.deploy?.number ?? 0;
    const releases = await releasesIn(files);
    const release = releases.find(({ number }) => number < last);
    if (!release) throw nothing(`No deploy before this one is kept of '${app}' in the stage '${stage}'`);
    // What stays as it is was left there by the newest deploy.
    const newest = releases[0]?.nodes ?? [];
    const back = stillThere(release.nodes, recorded).map((node) => widened(node, newest));
    const nodes = new Map(back.map((node) => [node.id, node]));
    const again = { ...whole, graph: { ...whole.graph, nodes } };
    const part = { ...(await stageOf(again, recorded, false)), partial: true };
    const result = await deployLocked(again, part, journal, release.number);
    return { ...result, release: { number: release.number, at: release.at } };
  });
}

function stillThere(nodes: readonly AnyNode[], { resources }: Recorded): readonly AnyNode[] {
  const ids = new Set([...resources.values()].map(({ id }) => id));
  return nodes.filter(
    (node) =>
      node.kind === 'layer' || ids.has(node.id) || (node.kind === 'policy' && ids.has(node.model.role.$ref)),
  );
}

function nothing(message: string): TankardError {
  return new TankardError([
    problem('ROLLBACK_NOTHING', {
      message: `${message}.`,
      remedy: 'Check out the code of then and run `tankard deploy`.',
    }),
  ]);
}
