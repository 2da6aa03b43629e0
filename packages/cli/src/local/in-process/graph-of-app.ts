import type { Manifest } from '@tankard/framework/manifest';
import { functionsOf } from '../../build/functions.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { buildGraph } from '../../graph/build-graph.ts';
import type { Graph } from '../../graph/node.ts';
import type { ResourceUse } from '../../policy/usage.ts';

/**
 * The graph of an app whose source nobody has read: every function is given every resource.
 *
 * @throws TankardError as `buildGraph` does.
 */
export function graphOfApp(
  manifest: Manifest,
  { api, parameters }: Pick<ResolvedConfig, 'api' | 'parameters'>,
): Graph {
  const functions = functionsOf(manifest);
  const resources = allResources(manifest);
  return buildGraph({
    manifest,
    config: { ...UNSET, api, parameters },
    artifacts: functions.map(({ name }) => ({
      function: name,
      zip: '',
      handler: 'index.handler',
      digest: '',
    })),
    usages: functions.map(({ name }) => ({ function: name, calls: [], resources, notSeen: [] })),
    statements: new Map(),
  });
}

function allResources({ resources }: Manifest): readonly ResourceUse[] {
  const named = resources.map(({ kind, name }) => ({
    resource: { kind, name },
    attributes: ['name', 'arn'],
    places: [],
  }));
  const urls = [{ kind: 'url' }, { kind: 'url', name: 'websocket' }] as const;
  return [...named, ...urls.map((resource) => ({ resource, attributes: ['url'], places: [] }))];
}

/** No project has been read: what its configuration would say of functions, the test says in `process.env`. */
const UNSET: Omit<ResolvedConfig, 'api' | 'parameters'> = {
  project: '',
  entry: '',
  stage: 'local',
  defaults: {},
  functions: {},
  sdk: 'bundle',
  sourceMaps: false,
};
