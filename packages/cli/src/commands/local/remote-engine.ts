import { openTarget } from '../../aws/target.ts';
import { zipEntries } from '../../build/zip/zip-entries.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { relayCode } from '../../local/remote/relay-function.ts';
import type { RemoteEngine } from '../../local/remote/remote-engine.ts';
import { deploy } from '../../plan/deploy.ts';
import { lookUpExisting } from '../../plan/look-up-existing.ts';
import { openStore } from '../../state/open-store.ts';
import type { CommandContext } from '../command.ts';
import { stageParameters } from '../deploy/stage-parameters.ts';

interface EngineContext extends Pick<CommandContext, 'env' | 'signal'> {
  readonly region: string;
}

/**
 * Another engine, which a local run is deployed to as a stage is to AWS: with a journal of its own, and only what differs.
 *
 * @throws TankardError AWS_FAILED where nobody answers at the address.
 */
export async function remoteEngine(
  url: string,
  config: ResolvedConfig,
  { env, region, signal }: EngineContext,
): Promise<RemoteEngine> {
  const target = await openTarget({
    region,
    env: {
      // An engine on this machine asks for none; where some are set, they are meant for it.
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      ...env,
      AWS_ENDPOINT_URL: url,
    },
  });
  const { account } = target;
  return {
    url,
    account,
    async deploy(graph) {
      const existing = await lookUpExisting(graph, target);
      const parameters = await stageParameters(graph, existing.parameters);
      const { app, stage } = graph;
      const host = new URL(url).host.replace(/\W/g, '-');
      // A journal for each engine: what stands in one says nothing of another.
      const place = { project: config.project };
      const store = await openStore(
        place,
        { account, region, app, stage: `${stage}-${host}` },
        target.clients,
      );
      await deploy({
        graph,
        parameters,
        target,
        store,
        choice: { withData: false, replaceData: new Set() },
        zip: () => zipEntries(relayCode),
        signal,
        command: 'local',
        breakLock: false,
        onEvent: () => {},
        confirm: async () => true,
      });
      return existing.problems;
    },
  };
}
