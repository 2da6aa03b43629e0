import type {
  FunctionSettings,
  HandlerDeclaration,
  Manifest,
  ResourceDeclaration,
  Trigger,
} from '@tankard/framework/manifest';
import { functionsOf } from '../../build/functions.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { ResourceUse } from '../../policy/usage.ts';
import { buildGraph, type GraphInput } from '../build-graph.ts';
import type { Graph } from '../node.ts';

/** A manifest of an app `shop` with what a test is about. */
export function manifestOf(parts: Partial<Manifest>): Manifest {
  return {
    version: 1,
    app: 'shop',
    routes: 'together',
    notFound: 'gateway',
    resources: [],
    authorizers: [],
    handlers: [],
    ...parts,
  };
}

export function handler<T extends Trigger>(
  name: string,
  trigger: T,
  settings: FunctionSettings = {},
): HandlerDeclaration<T> {
  return { name, trigger, settings, place: { file: 'src/app.ts', line: 1 } };
}

/** The configuration of a stage `dev` that says nothing else. */
export function configOf(parts: Partial<ResolvedConfig> = {}): ResolvedConfig {
  return {
    project: '/project',
    entry: '/project/src/app.ts',
    stage: 'dev',
    api: 'http',
    parameters: {},
    defaults: {},
    functions: {},
    sdk: 'bundle',
    sourceMaps: false,
    ...parts,
  };
}

/** What a build of the manifest's functions would give, with no code behind it. */
export function inputOf(manifest: Manifest, config: ResolvedConfig = configOf()): GraphInput {
  const artifacts = functionsOf(manifest).map(({ name }) => ({
    function: name,
    zip: `${name}.zip`,
    handler: 'index.handler',
    format: 'cjs' as const,
    zipBytes: 1000,
    bytes: 3000,
    digest: `digest of ${name}`,
  }));
  return { manifest, config, artifacts, usages: [], statements: new Map() };
}

/** The graph of a manifest whose handlers are these and use nothing. */
export function graphOf(
  handlers: readonly HandlerDeclaration[],
  resources: readonly ResourceDeclaration[] = [],
  config: ResolvedConfig = configOf(),
): Graph {
  return buildGraph(inputOf(manifestOf({ handlers, resources }), config));
}

/** Says that a function's code uses a resource's attributes. */
export function uses(resource: ResourceUse['resource'], ...attributes: readonly string[]): ResourceUse {
  return { resource, attributes, places: [{ file: 'src/app.ts', line: 1 }] };
}
