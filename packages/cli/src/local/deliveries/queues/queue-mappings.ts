import type { Graph, Node } from '../../../graph/node.ts';
import { nameOf, nodesOf } from '../../app/nodes-of.ts';
import { type LocalPlaces, resolveValue } from '../../app/resolve-value.ts';

/** An event source mapping of a queue: which messages go to a function, and how. */
export interface QueueMapping {
  /** Of the handler. */
  readonly name: string;
  /** The function's name in the graph. */
  readonly function: string;
  /** For people: `queue Jobs`. */
  readonly what: string;
  readonly queueArn: string;
  readonly batchSize: number;
  /** Seconds. */
  readonly batchWindow: number;
  readonly filters: readonly object[];
  /** Batches at once. */
  readonly concurrency: number;
  /** Whether the function's answer counts: ReportBatchItemFailures. */
  readonly reportsFailures: boolean;
}

/** Batches that Lambda runs at once, to begin with, where nothing is said: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html */
const AT_ONCE = 5;

/** The graph's mappings of queues. */
export function queueMappings(graph: Graph, places: LocalPlaces): readonly QueueMapping[] {
  return nodesOf(graph, 'mapping')
    .filter(({ model }) => model.source === 'sqs')
    .map((node) => mappingOf(node, graph, places));
}

function mappingOf({ name, model }: Node<'mapping'>, graph: Graph, places: LocalPlaces): QueueMapping {
  const { sourceArn } = model;
  const queueArn = String(resolveValue(sourceArn, graph, places));
  const declared = typeof sourceArn === 'object' && sourceArn !== null && '$ref' in sourceArn;
  const queue = declared ? nameOf(sourceArn as { readonly $ref: string }) : queueArn.split(':').at(-1);
  return {
    name,
    function: nameOf(model.function),
    what: `queue ${queue}`,
    queueArn,
    batchSize: model.batchSize,
    batchWindow: model.batchWindow ?? 0,
    filters: model.filters.map((filter) => resolveValue(filter, graph, places) as object),
    concurrency: model.maximumConcurrency ?? AT_ONCE,
    reportsFailures: model.reportBatchItemFailures,
  };
}
