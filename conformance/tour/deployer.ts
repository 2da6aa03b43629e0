import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTarget } from '../../packages/cli/src/aws/target.ts';
import { zipEntries } from '../../packages/cli/src/build/zip/zip-entries.ts';
import { deploy } from '../../packages/cli/src/plan/deploy.ts';
import { lookUpExisting } from '../../packages/cli/src/plan/look-up-existing.ts';
import { fileStore } from '../../packages/cli/src/state/file-store.ts';
import type { MiniStack } from '../engines/ministack.ts';
import { codeOf, graphOf, type Variant } from './variant.ts';

/** Deploys apps to one stage of an engine, with a journal in a folder of its own. */
export interface Deployer {
  deploy(variant: Variant): Promise<void>;
  /** Removes everything, data too. */
  remove(): Promise<void>;
  stop(): Promise<void>;
}

/** Sets `AWS_ENDPOINT_URL` for the rest of the process. */
export async function startDeployer({ endpoint, client }: MiniStack): Promise<Deployer> {
  const { accessKeyId, secretAccessKey } = client.credentials;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  });
  const target = await openTarget({ region: client.region, env: process.env });
  const { account, region } = target;
  const folder = await mkdtemp(join(tmpdir(), 'tankard-tour-'));
  const store = fileStore(folder, { account, region, app: 'shop', stage: 'dev' });

  const bring = async (
    graph: Parameters<typeof deploy>[0]['graph'],
    rest: Pick<Parameters<typeof deploy>[0], 'parameters' | 'zip' | 'choice'>,
  ) => {
    const { applied } = await deploy({
      ...rest,
      graph,
      target,
      store,
      command: 'deploy',
      breakLock: false,
      onEvent: () => {},
      confirm: async () => true,
      signal: new AbortController().signal,
    });
    if (!applied) throw new Error('Nothing was deployed.');
  };
  return {
    deploy: async (variant) => {
      const graph = graphOf(variant);
      const { parameters: found, problems } = await lookUpExisting(graph, target);
      if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
      const known = graph.parameters.flatMap(({ name, value }) =>
        value === undefined ? [] : [[name, value]],
      );
      await bring(graph, {
        parameters: { ...Object.fromEntries(known), ...found },
        zip: (name) => zipOf(variant, name),
        choice: { withData: false, replaceData: new Set() },
      });
    },
    remove: () =>
      bring(
        { app: 'shop', stage: 'dev', nodes: new Map(), outputs: [] },
        {
          parameters: {},
          zip: async (name) => {
            throw new Error(`A removal needs no ${name}.`);
          },
          choice: { withData: true, replaceData: new Set() },
        },
      ),
    stop: async () => {
      target.clients.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function zipOf(variant: Variant, name: string): Promise<Uint8Array> {
  const source = codeOf(variant, name.replace(/\.zip$/, ''));
  return zipEntries({
    entries: [{ name: 'index.js', content: Buffer.from(source), mode: 0o644 }],
    digest: source,
  });
}
