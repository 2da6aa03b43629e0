import type { Graph, Node } from '../../../graph/node.ts';
import type { NodeId, Value } from '../../../resources/value.ts';
import { nameOf, nodesOf } from '../../app/nodes-of.ts';
import { type LocalPlaces, resolveValue } from '../../app/resolve-value.ts';
import type { StreamMapping } from './mapping.ts';

/** The graph's mappings of tables' streams and of Kinesis streams. */
export function streamMappings(graph: Graph, places: LocalPlaces): readonly StreamMapping[] {
  return nodesOf(graph, 'mapping').flatMap((node) => mappingOf(node, graph, places) ?? []);
}

function mappingOf(
  { name, model }: Node<'mapping'>,
  graph: Graph,
  places: LocalPlaces,
): StreamMapping | undefined {
  const { source } = model;
  if (source === 'sqs') return undefined;
  const text = (value: Value) => String(resolveValue(value, graph, places));
  return {
    name,
    function: nameOf(model.function),
    functionArn: text(model.function),
    roleArn: text(roleOf(model.function.$ref, graph)),
    source,
    ...streamOf(model.sourceArn, source === 'dynamodb' ? 'table' : 'stream', graph, text),
    batchSize: model.batchSize,
    batchWindow: model.batchWindow ?? 0,
    filters: model.filters.map((filter) => resolveValue(filter, graph, places) as object),
    parallelization: model.parallelization ?? 1,
    startingPosition: model.startingPosition ?? 'TRIM_HORIZON',
    retries: model.retries ?? -1,
    maxAge: model.maxAge ?? -1,
    bisect: model.bisect ?? false,
    onFailure: model.onFailure === undefined ? undefined : text(model.onFailure),
  };
}

function roleOf(id: NodeId, graph: Graph): Value {
  const node = graph.nodes.get(id);
  return node?.kind === 'function' ? node.model.role : '';
}

/** What a table or stream is called here: a declared one by its node, one that is there already by its name or ARN. */
function streamOf(
  arn: Value,
  kind: 'table' | 'stream',
  graph: Graph,
  text: (value: Value) => string,
): Pick<StreamMapping, 'stream' | 'what'> {
  if (typeof arn === 'object' && arn !== null && '$ref' in arn) {
    const stream = text({ ...arn, attribute: 'name' } as Value);
    return { stream, what: `${kind} ${nameOf(arn as { readonly $ref: string })}` };
  }
  // Nobody but AWS knows an existing table's stream: it is looked up by the table.
  const parameter = typeof arn === 'object' && arn !== null && '$parameter' in arn ? arn.$parameter : '';
  const existing = graph.parameters.find(({ name }) => name === parameter)?.existing?.text;
  const stream = (existing ?? text(arn)).replace(/^arn:[^/]*\//, '').replace(/\/stream\/.*$/, '');
  return { stream, what: `${kind} ${stream}` };
}
