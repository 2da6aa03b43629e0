import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTarget } from '../../packages/cli/src/aws/target.ts';
import { storeName } from '../../packages/cli/src/commands/deploy/stage-request.ts';
import { zipsOf } from '../../packages/cli/src/commands/deploy/zips.ts';
import { resolveConfig } from '../../packages/cli/src/config/resolve-config.ts';
import { type DeployRequest, deploy } from '../../packages/cli/src/plan/deploy.ts';
import { lookUpExisting } from '../../packages/cli/src/plan/look-up-existing.ts';
import type { Plan } from '../../packages/cli/src/plan/plan.ts';
import { type PreparedApp, prepareApp } from '../../packages/cli/src/prepare/prepare-app.ts';
import { fileStore } from '../../packages/cli/src/state/file-store.ts';
import type { Engine } from './engine.ts';

/** A stage of an app in an engine, brought about in this process: what was built once is deployed many times. */
export interface ProjectStage {
  /** @returns what was planned and done. */
  deploy(app: PreparedApp): Promise<Plan>;
  /** Removes everything, data too. */
  remove(app: PreparedApp): Promise<Plan>;
  stop(): Promise<void>;
}

/** Builds what a project's sources say now. */
export async function built(
  project: string,
  parameters: Readonly<Record<string, string>>,
  stage = 'dev',
): Promise<PreparedApp> {
  return prepareApp(await resolveConfig({ project, stage, parameters }));
}

/**
 * Opens a stage with a journal in a folder of its own; sets `AWS_ENDPOINT_URL` for the rest of the process.
 *
 * @param silence after how many milliseconds without an answer a call is tried again.
 */
export async function openProjectStage({ client }: Engine, silence?: number): Promise<ProjectStage> {
  const { endpoint, region, credentials } = client;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
  const target = await openTarget({ region, env: process.env, silence });
  const folder = await mkdtemp(join(tmpdir(), 'tankard-stage-'));

  const bring = async (
    { manifest, config }: PreparedApp,
    rest: Pick<DeployRequest, 'command' | 'graph' | 'parameters' | 'zip' | 'choice'>,
  ) => {
    const { plan } = await deploy({
      ...rest,
      target,
      store: fileStore(folder, storeName({ app: manifest.app, stage: config.stage }, target)),
      breakLock: false,
      onEvent: () => {},
      confirm: async () => true,
      signal: new AbortController().signal,
    });
    return plan;
  };
  return {
    deploy: async (app) => {
      const existing = await lookUpExisting(app.graph, target);
      const known = app.graph.parameters.flatMap(({ name, value }) =>
        value === undefined ? [] : [[name, value]],
      );
      return bring(app, {
        command: 'deploy',
        graph: app.graph,
        parameters: { ...Object.fromEntries(known), ...existing.parameters },
        zip: zipsOf(app.built),
        choice: { withData: false, replaceData: new Set() },
      });
    },
    remove: (app) =>
      bring(app, {
        command: 'delete',
        graph: { app: app.manifest.app, stage: app.config.stage, nodes: new Map(), outputs: [] },
        parameters: {},
        zip: (name) => Promise.reject(new Error(`A removal needs no zip, and '${name}' was asked for.`)),
        choice: { withData: true, replaceData: new Set() },
      }),
    stop: async () => {
      target.clients.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
