import { join } from 'node:path';
import { createMatcher, type Matcher } from '@tankard/framework/gateway';
import type { Problem } from '@tankard/framework/manifest';
import { TankardError } from '@tankard/framework/manifest';
import { missingParameters } from '../../checks/missing-parameters.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { Graph } from '../../graph/node.ts';
import { prepareApp } from '../../prepare/prepare-app.ts';
import { type GatewayRoutes, gatewayRoutes } from '../app/gateway-routes.ts';
import { localFunctions } from '../app/local-functions.ts';
import { localSchedules } from '../app/local-schedules.ts';
import { makeResources } from '../app/make-resources.ts';
import { type NotDelivered, notDelivered } from '../app/not-delivered.ts';
import type { LocalPlaces } from '../app/resolve-value.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { nextTime } from '../clock/next-time.ts';
import type { Engines } from '../engines.ts';
import type { GatewayRoute } from '../gateway/gateway-app.ts';
import type { LocalFunction } from '../workers/local-function.ts';
import { localConfig } from './local-config.ts';
import type { SourceStacks } from './source-stack.ts';
import { codeFolder, writeCode } from './write-code.ts';

/** An app that was built, with all that this machine needs to run it. */
export interface LocalApp {
  readonly name: string;
  readonly gateway: GatewayRoutes;
  readonly matcher: Matcher<GatewayRoute>;
  readonly schedules: readonly LocalSchedule[];
  /** Those whose times can be computed here. */
  readonly clocked: readonly LocalSchedule[];
  readonly functions: readonly LocalFunction[];
  readonly notDelivered: readonly NotDelivered[];
  /** `table Customers`: resources that are not ours to make. */
  readonly existing: readonly string[];
  readonly warnings: readonly Problem[];
  readonly graph: Graph;
  readonly places: LocalPlaces;
}

/** What every build of a session shares. */
export interface BuildContext {
  readonly config: ResolvedConfig;
  readonly engines: Engines;
  readonly places: LocalPlaces;
  /** The folder that the functions' code is written to. */
  readonly code: string;
  readonly stacks: SourceStacks;
}

/**
 * Builds the app, writes its functions' code and makes its tables and buckets.
 *
 * @throws TankardError with everything that is wrong with the app; PARAMETER_MISSING
 */
export async function buildLocalApp({
  config,
  engines,
  places,
  code,
  stacks,
}: BuildContext): Promise<LocalApp> {
  const { manifest, built, graph, problems } = await prepareApp(localConfig(config));
  const { functions } = built;
  const missing = missingParameters(graph);
  if (missing.length > 0) throw new TankardError(missing);
  await Promise.all([writeCode(code, functions), makeResources(graph, places, engines)]);
  const folders = new Map(functions.map((one) => [one.function, codeFolder(code, one)]));
  for (const { function: name, map, entries } of functions) {
    for (const entry of entries) {
      if (/^index\.[cm]?js$/.test(entry.name)) stacks.add(join(folders.get(name) ?? '', entry.name), map);
    }
  }
  const gateway = gatewayRoutes(graph);
  const schedules = localSchedules(graph, places);
  const clocked = schedules.filter(isComputable);
  return {
    name: manifest.app,
    gateway,
    matcher: createMatcher(gateway.routes, { strictSlash: true }),
    schedules,
    clocked,
    functions: localFunctions(graph, places, (name) => folders.get(name) ?? '', engines.functionEnvironment),
    notDelivered: [
      ...notDelivered(manifest),
      ...schedules.filter((one) => !clocked.includes(one)).map(unclocked),
    ],
    existing: manifest.resources
      .filter(({ existing }) => existing !== undefined)
      .map(({ kind, name }) => `${kind} ${name}`),
    warnings: problems,
    graph,
    places,
  };
}

function isComputable({ expression, timezone }: LocalSchedule): boolean {
  try {
    nextTime(expression, timezone, new Date(), new Date());
    return true;
  } catch {
    return false;
  }
}

const unclocked = ({ name, expression }: LocalSchedule): NotDelivered => ({
  handler: name,
  events: `the times of ${expression}`,
});
