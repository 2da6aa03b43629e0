import type { ExistingKind } from '../aws/existing.ts';
import type { AnyNode, Graph } from '../graph/node.ts';
import { referencesIn } from '../graph/references.ts';
import { type Lookup, resolveModel } from '../resources/resolve-model.ts';
import type { Value } from '../resources/value.ts';

/** Something that the app did not make and that calls one of its functions. */
export interface ExistingSource {
  readonly kind: ExistingKind;
  /** An ARN; of a bucket its name; of a table or an event bus either. */
  readonly address: string;
  /** What listens to it. */
  readonly node: AnyNode;
  /** Seconds that the function behind a queue may take. */
  readonly timeout?: number | undefined;
  /** Seconds that such a function waits for a batch to fill. */
  readonly batchWindow?: number | undefined;
  /** What is called with a table's stream, where nobody gave its ARN. */
  readonly parameter?: string | undefined;
}

/** Every existing resource that calls a function. A stream of a table whose ARN is given is taken as it is. */
export function existingSources(
  { nodes, parameters }: Pick<Graph, 'nodes' | 'parameters'>,
  scope: Lookup['scope'],
): readonly ExistingSource[] {
  const given = Object.fromEntries(parameters.map(({ name, value = '' }) => [name, value]));
  const text = (value: Value): string =>
    String(resolveModel(value, { scope, parameters: given, attributes: () => undefined }));
  return [...nodes.values()].flatMap((node): readonly ExistingSource[] => {
    switch (node.kind) {
      case 'mapping':
        return isOurs(node.model.sourceArn) ? [] : mappingSource(node, { nodes, parameters }, text);
      case 'subscription':
        return isOurs(node.model.topicArn)
          ? []
          : [{ kind: 'topic', address: text(node.model.topicArn), node }];
      case 'notification':
        return node.dependsOn.some((id) => id.startsWith('bucket:'))
          ? []
          : [{ kind: 'bucket', address: text(node.model.bucket), node }];
      case 'rule':
        return node.model.bus === undefined ? [] : [{ kind: 'bus', address: node.model.bus, node }];
      default:
        return [];
    }
  });
}

const isOurs = (value: Value): boolean => referencesIn(value).some((leaf) => '$ref' in leaf);

function mappingSource(
  node: Extract<AnyNode, { kind: 'mapping' }>,
  { nodes, parameters }: Pick<Graph, 'nodes' | 'parameters'>,
  text: (value: Value) => string,
): readonly ExistingSource[] {
  const { source, sourceArn } = node.model;
  if (source === 'kinesis') return [{ kind: 'stream', address: text(sourceArn), node }];
  if (source === 'sqs') {
    const called = nodes.get(node.model.function.$ref);
    const timeout = called?.kind === 'function' ? called.model.timeout : undefined;
    return [{ kind: 'queue', address: text(sourceArn), node, timeout, batchWindow: node.model.batchWindow }];
  }
  const names = referencesIn(sourceArn).flatMap((leaf) => ('$parameter' in leaf ? [leaf.$parameter] : []));
  const asked = parameters.find(({ name, value }) => names.includes(name) && value === undefined);
  if (!asked?.existing) return [];
  const { text: called } = asked.existing;
  // Another name may have been given for the same table.
  const named = parameters.find(
    ({ existing }) => existing?.kind === 'table' && existing.text === called && existing.attribute === 'name',
  );
  const address = called.startsWith('arn:') ? called : (named?.value ?? called);
  return [{ kind: 'table', address, node, parameter: asked.name }];
}
