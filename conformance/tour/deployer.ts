import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipEntries } from '../../packages/cli/src/build/zip/zip-entries.ts';
import { lookUpExisting } from '../../packages/cli/src/plan/look-up-existing.ts';
import { fileStore } from '../../packages/cli/src/state/file-store.ts';
import type { Account } from '../engines/accounts.ts';
import { bringAbout, removeAll } from '../engines/bring-about.ts';
import { forgetSecrets } from '../engines/forget-secrets.ts';
import { codeOf, graphOf, type Variant } from './variant.ts';

/** Deploys apps to one stage of an account, with a journal in a folder of its own. */
export interface Deployer {
  deploy(variant: Variant): Promise<void>;
  /** Removes everything, data too. */
  remove(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDeployer({ target, engine }: Account): Promise<Deployer> {
  const { account, region } = target;
  const stage = { app: 'shop', stage: 'dev' };
  const folder = await mkdtemp(join(tmpdir(), 'tankard-tour-'));
  const destination = { target, store: fileStore(folder, { account, region, ...stage }) };
  return {
    deploy: async (variant) => {
      const graph = graphOf(variant);
      const { parameters: found, problems } = await lookUpExisting(graph, target);
      if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
      const known = graph.parameters.flatMap(({ name, value }) =>
        value === undefined ? [] : [[name, value]],
      );
      const parameters = { ...Object.fromEntries(known), ...found };
      const zip = (name: string) => zipOf(variant, name);
      await bringAbout({ graph, parameters, zip }, destination);
    },
    remove: async () => {
      await removeAll(stage, destination);
      await forgetSecrets(engine);
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

function zipOf(variant: Variant, name: string): Promise<Uint8Array> {
  const source = codeOf(variant, name.replace(/\.zip$/, ''));
  return zipEntries({
    entries: [{ name: 'index.js', content: Buffer.from(source), mode: 0o644 }],
    digest: source,
  });
}
