import {
  DeleteSecretCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { type CountingProxy, startCountingProxy, type Watcher } from '../engines/counting-proxy.ts';
import { behind, seenFrom } from '../engines/engine.ts';
import { EXISTING_ACCOUNT, EXISTING_REGION, makeExistingThings } from '../engines/existing-things.ts';
import { inventoryOf } from '../engines/inventory.ts';
import { startMiniStack } from '../engines/ministack.ts';
import { openProjectStage, type ProjectStage } from '../engines/project-stage.ts';
import { readEngine } from '../tour/reading/read-engine.ts';

/** An engine, and a stage whose calls to it go wrong as somebody says. */
export interface FaultyEngine {
  readonly stage: ProjectStage;
  readonly proxy: CountingProxy;
  /** Lets calls go wrong while some work is done. */
  during<T>(watch: Watcher, work: () => Promise<T>): Promise<T>;
  /** Makes AWS forget the secrets that were deleted: for 30 days they could be restored, with the tags that they had. */
  forgetSecrets(): Promise<void>;
  /** All that there is: what stands there twice, and what each thing is like. */
  state(): Promise<unknown>;
  stop(): Promise<void>;
}

/** Milliseconds after which an unanswered call is tried again; longer than the engine takes on a loaded machine. */
const SILENCE = 2_000;

export async function startFaultyEngine(): Promise<FaultyEngine> {
  const engine = await startMiniStack();
  const seen = seenFrom(engine, EXISTING_ACCOUNT, EXISTING_REGION);
  await makeExistingThings(seen);
  let watch: Watcher = () => undefined;
  const proxy = await startCountingProxy(engine.endpoint, (...call) => watch(...call));
  const stage = await openProjectStage(behind(seen, proxy), SILENCE);
  return {
    stage,
    proxy,
    during: async (watcher, work) => {
      watch = watcher;
      try {
        return await work();
      } finally {
        watch = () => undefined;
      }
    },
    forgetSecrets: async () => {
      const secrets = new SecretsManagerClient(seen.client);
      const { SecretList = [] } = await secrets.send(
        new ListSecretsCommand({ IncludePlannedDeletion: true }),
      );
      for (const { ARN: SecretId, DeletedDate } of SecretList) {
        const forget = new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true });
        if (DeletedDate) await secrets.send(forget);
      }
    },
    state: async () => ({ ...(await inventoryOf(seen)), ...(await readEngine(seen)) }),
    stop: async () => {
      await stage.stop();
      await proxy.stop();
      await engine.stop();
    },
  };
}
