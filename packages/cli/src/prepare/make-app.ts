import { isTankardError, type Problem } from '@tankard/framework/errors';
import type { Manifest } from '@tankard/framework/manifest';
import { type FunctionCode, LAYER_ZIP, type LayerCode, zipName } from '../build/artifact.ts';
import type { BuiltApp } from '../build/bundle/built-function.ts';
import { bundleApp } from '../build/bundle/bundle-app.ts';
import type { KeptOutputs } from '../build/bundle/kept-outputs.ts';
import { checkGraph } from '../checks/check-graph.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/node.ts';
import type { AnalysedApp } from './analyse-app.ts';
import { checkSdks, neededSdks } from './framework-sdks.ts';
import { refuseErrors } from './refuse-errors.ts';
import { unseenPermissions } from './unseen-permissions.ts';

/** What else has to hold before the app is built, such as the limits of a template. */
export type GraphCheck = (manifest: Manifest, graph: Graph) => readonly Problem[];

/** What is made of an app on this machine: plain data that can be kept. */
export interface MadeApp {
  readonly built: BuiltApp;
  readonly graph: Graph;
  /** What its code uses and may do. */
  readonly analysis: Pick<AnalysedApp, 'functions' | 'usages' | 'policies'>;
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/**
 * From an app that was analysed to bundled functions and the graph of AWS resources.
 *
 * @param check looks at the graph before anything is built; what it finds is reported with the rest.
 * @param known bundles of the last time.
 * @throws TankardError with everything that is wrong with the app.
 */
export async function makeApp(app: AnalysedApp, check: GraphCheck, known?: KeptOutputs): Promise<MadeApp> {
  const { loaded, config, functions, usages, policies } = app;
  const problems = refuseErrors([
    ...app.problems,
    ...graphProblems(app, check),
    ...unseenPermissions(policies),
    ...(await checkSdks(config.project, usages)),
  ]);
  const built = await bundleApp(loaded, app.slices, config, neededSdks(usages), known);
  return { built, graph: builtGraph(app, built), analysis: { functions, usages, policies }, problems };
}

function graphProblems(app: AnalysedApp, check: GraphCheck): readonly Problem[] {
  try {
    const graph = unbuiltGraph(app);
    return [...checkGraph(graph), ...check(app.manifest, graph)];
  } catch (thrown) {
    if (isTankardError(thrown)) return thrown.problems;
    // What is wrong already may be why there is no graph.
    if (app.problems.some(({ severity }) => severity === 'error')) return [];
    throw thrown;
  }
}

function builtGraph(app: AnalysedApp, { functions, layer }: BuiltApp): Graph {
  const code = layer && { zip: LAYER_ZIP, digest: layer.digest, functions: layer.functions };
  return graphOf(app, functions.map(codeOf), code);
}

/**
 * The graph of an app of which nothing was built: for looking at it. Which functions import the AWS SDK,
 * be it through a package, shows when they are bundled; where it is a layer, all are taken to.
 */
export function unbuiltGraph(app: AnalysedApp): Graph {
  const names = app.functions.map(({ name }) => name);
  const layer = { zip: LAYER_ZIP, digest: '', functions: new Set(names) };
  return graphOf(
    app,
    names.map((name) => codeOf({ function: name, handler: 'index.handler', digest: '' })),
    app.config.sdk === 'layer' ? layer : undefined,
  );
}

function graphOf(app: AnalysedApp, artifacts: readonly FunctionCode[], layer?: LayerCode): Graph {
  const { manifest, config, usages, policies } = app;
  const statements = new Map([...policies].map(([name, policy]) => [name, policy.statements]));
  return buildGraph({ manifest, config, artifacts, layer, usages, statements });
}

function codeOf({ function: name, handler, digest }: Omit<FunctionCode, 'zip'>): FunctionCode {
  return { function: name, zip: zipName(name), handler, digest };
}
