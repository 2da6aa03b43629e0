import { join } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { createMatcher, type Matcher } from '@tankard/framework/gateway';
import type { Problem } from '@tankard/framework/manifest';
import type { SourceStacks } from '../../build/source-stack.ts';
import { missingParameters } from '../../checks/missing-parameters.ts';
import type { PreparedApp } from '../../prepare/prepare-app.ts';
import { gatekeeperOf } from '../app/gatekeeper-of.ts';
import { type GatewayRoutes, gatewayRoutes } from '../app/gateway-routes.ts';
import { localFunctions } from '../app/local-functions.ts';
import type { LocalPlaces } from '../app/resolve-value.ts';
import { withStreamArns } from '../app/with-stream-arns.ts';
import type { Gatekeeper } from '../gateway/callers/gatekeeper.ts';
import type { LocalKeys } from '../gateway/callers/local-keys.ts';
import type { GatewayRoute } from '../gateway/gateway-app.ts';
import type { LocalFunction } from '../workers/local-function.ts';
import type { Ground } from './ground.ts';
import { type WiredApp, wireApp } from './wired-app.ts';
import { codeFolder, writeCode } from './write-code.ts';

/** An app that was built, with all that this machine needs to run it. */
export interface LocalApp extends WiredApp {
  readonly name: string;
  readonly gateway: GatewayRoutes;
  readonly matcher: Matcher<GatewayRoute>;
  readonly gatekeeper: Gatekeeper;
  readonly functions: readonly LocalFunction[];
  /** `table Customers`: resources that are not ours to make. */
  readonly existing: readonly string[];
  readonly warnings: readonly Problem[];
  /** What its code uses and may do. */
  readonly analysis: PreparedApp['analysis'];
}

/** What is made here although the app says that it exists: there would be nothing to send to. */
const MADE_ANYWAY = new Set(['queue', 'stream', 'topic']);

/** What a build is made of. */
export interface BuildContext {
  readonly prepared: Promise<PreparedApp>;
  readonly ground: Ground;
  /** Once they are known. */
  readonly places: Promise<LocalPlaces>;
  /** The folder that the functions' code is written to. */
  readonly code: string;
  readonly stacks: SourceStacks;
  readonly keys: LocalKeys;
}

/**
 * Writes the code of a prepared app's functions and makes its tables and buckets.
 *
 * @throws TankardError with everything that is wrong with the app; PARAMETER_MISSING
 */
export async function buildLocalApp(context: BuildContext): Promise<LocalApp> {
  const { ground, code, keys, stacks } = context;
  const [app, places] = await Promise.all([context.prepared, context.places]);
  const { manifest, built, problems } = app;
  const { functions } = built;
  const graph = withStreamArns(app.graph, places);
  const missing = missingParameters(graph);
  if (missing.length > 0) throw new TankardError(missing);
  writeCode(code, functions);
  const notices = await ground.make(app.graph, places);
  const folders = new Map(functions.map((one) => [one.function, codeFolder(code, one)]));
  for (const { function: name, map, entries } of functions) {
    for (const entry of entries) {
      if (/^index\.[cm]?js$/.test(entry.name)) stacks.add(join(folders.get(name) ?? '', entry.name), map);
    }
  }
  const gateway = gatewayRoutes(graph);
  return {
    ...wireApp(manifest, graph, places),
    name: manifest.app,
    gateway,
    matcher: createMatcher(gateway.routes, { strictSlash: gateway.api === 'http' }),
    gatekeeper: gatekeeperOf(graph, { gateway, places, keys, now: () => ground.time.now() }),
    functions: localFunctions(graph, places, (name) => folders.get(name) ?? '', ground.functionEnvironment),
    existing: manifest.resources
      .filter(({ existing, kind }) => existing !== undefined && !MADE_ANYWAY.has(kind))
      .map(({ kind, name }) => `${kind} ${name}`),
    warnings: [...problems, ...notices],
    analysis: app.analysis,
  };
}
