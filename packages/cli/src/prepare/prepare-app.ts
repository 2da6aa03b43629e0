import { type FunctionCode, zipName } from '../build/artifact.ts';
import type { BuiltFunction } from '../build/bundle/built-function.ts';
import { bundleApp } from '../build/bundle/bundle-app.ts';
import { checkGraph } from '../checks/check-graph.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/node.ts';
import { type AnalysedApp, analyseApp } from './analyse-app.ts';
import { refuseErrors } from './refuse-errors.ts';

/** An app with everything that can be made of it on this machine; nothing is written yet. */
export interface PreparedApp extends AnalysedApp {
  readonly built: readonly BuiltFunction[];
  readonly graph: Graph;
}

/**
 * From a configuration to bundled functions and the graph of AWS resources: what `package`, `local`
 * and a deploy start from. `problems` of the result are warnings.
 *
 * @throws TankardError with everything that is wrong with the app.
 */
export async function prepareApp(config: ResolvedConfig): Promise<PreparedApp> {
  const app = await analyseApp(config);
  refuseErrors(app.problems);
  const built = await bundleApp(app.loaded, app.slices, config);
  const graph = graphOf(app, built.map(codeOf));
  const problems = refuseErrors([...app.problems, ...checkGraph(graph)]);
  return { ...app, built, graph, problems };
}

/** The graph of an app of which nothing was built: for looking at it. */
export function unbuiltGraph(app: AnalysedApp): Graph {
  const unbuilt = { handler: 'index.handler', digest: '' };
  return graphOf(
    app,
    app.functions.map(({ name }) => codeOf({ function: name, ...unbuilt })),
  );
}

function graphOf(app: AnalysedApp, artifacts: readonly FunctionCode[]): Graph {
  const { manifest, config, usages, policies } = app;
  const statements = new Map([...policies].map(([name, policy]) => [name, policy.statements]));
  return buildGraph({ manifest, config, artifacts, usages, statements });
}

function codeOf({ function: name, handler, digest }: Omit<FunctionCode, 'zip'>): FunctionCode {
  return { function: name, zip: zipName(name), handler, digest };
}
