import type { Graph } from '../../graph/node.ts';
import type { LocalFunction } from '../workers/local-function.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/**
 * The functions of the graph as processes of this machine run them.
 *
 * @param folderOf gives the folder that a function's code was written to.
 * @param endpoint what every SDK client needs to find the endpoint; a function's own settings win over it.
 */
export function localFunctions(
  graph: Graph,
  places: LocalPlaces,
  folderOf: (name: string) => string,
  endpoint: Readonly<Record<string, string>>,
): readonly LocalFunction[] {
  return nodesOf(graph, 'function').map(({ id, name, model }) => {
    const environment = Object.entries(model.environment).map(([key, value]) => [
      key,
      String(resolveValue(value, graph, places)),
    ]);
    return {
      name,
      physicalName: model.physicalName,
      arn: String(resolveValue({ $ref: id, attribute: 'arn' }, graph, places)),
      folder: folderOf(name),
      handler: model.handler,
      runtime: model.runtime,
      architecture: model.architecture,
      memory: model.memory,
      timeout: model.timeout,
      environment: { ...endpoint, ...Object.fromEntries(environment) },
      concurrency: model.reservedConcurrency,
      logGroup: String(resolveValue(model.logGroup, graph, places)),
      logLevel: model.logLevel,
    };
  });
}
