import type { Graph } from '../../graph/node.ts';
import type { Value } from '../../resources/value.ts';
import type { LambdaApp } from '../emulators/lambda/lambda-app.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** An app's functions and mappings, as Lambda's API shows them. */
export function lambdaApp(graph: Graph, places: LocalPlaces): LambdaApp {
  const text = (value: Value) => String(resolveValue(value, graph, places));
  return {
    functions: nodesOf(graph, 'function').map(({ id, name, model }) => ({
      ...model,
      name,
      arn: text({ $ref: id, attribute: 'arn' }),
      role: text(model.role),
      environment: Object.fromEntries(
        Object.entries(model.environment).map(([key, value]) => [key, text(value)]),
      ),
      logGroup: text(model.logGroup),
      digest: model.code.digest,
    })),
    mappings: nodesOf(graph, 'mapping').map(({ model }) => ({
      ...model,
      function: text({ ...model.function, attribute: 'name' }),
      functionArn: text(model.function),
      sourceArn: text(model.sourceArn),
      filters: model.filters.map((filter) => resolveValue(filter, graph, places)),
    })),
  };
}
