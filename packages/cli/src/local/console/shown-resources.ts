import type { ResourceKind } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import { existingArns } from '../app/existing-arns.ts';
import { nameOf, nodesOf } from '../app/nodes-of.ts';
import { type LocalPlaces, resolveValue } from '../app/resolve-value.ts';
import type { LocalApp } from '../session/local-app.ts';
import type { ShownResource } from './shown.ts';

/** What can be looked into: declared, made beside what is declared, or said to be there already. */
export function shownResources({
  manifest,
  graph,
  places,
}: Pick<LocalApp, 'manifest' | 'graph' | 'places'>): readonly ShownResource[] {
  const placeOf = (kind: ResourceKind, name: string) =>
    manifest.resources.find((one) => one.kind === kind && one.name === name)?.place;
  const made = KINDS.flatMap(([kind, attribute]) =>
    nodesOf(graph, kind).map(({ id, name }) => ({
      kind,
      name,
      address: String(resolveValue({ $ref: id, attribute }, graph, places)),
      place: placeOf(kind, name),
      ...(kind === 'queue' && queueRoles(graph, name)),
    })),
  );
  return [...made, ...existing(graph, places)];
}

const KINDS = [
  ['table', 'name'],
  ['bucket', 'name'],
  ['queue', 'arn'],
  ['topic', 'arn'],
  ['stream', 'arn'],
] as const;

/** What goes into a queue because it failed elsewhere, and where its own failures go. */
function queueRoles(
  graph: Graph,
  name: string,
): Pick<ShownResource, 'deadLettersOf' | 'failuresOf' | 'deadLetters'> {
  const is = (value: unknown, queue: string) =>
    typeof value === 'object' && value !== null && '$ref' in value && value.$ref === `queue:${queue}`;
  const queues = nodesOf(graph, 'queue');
  const target = queues.find((one) => one.name === name)?.model.deadLetter?.arn;
  return {
    deadLettersOf: queues.find(({ model }) => is(model.deadLetter?.arn, name))?.name,
    failuresOf: nodesOf(graph, 'mapping').find(({ model }) => is(model.onFailure, name))?.name,
    deadLetters:
      typeof target === 'object' && target !== null && '$ref' in target
        ? nameOf(target as { readonly $ref: string })
        : undefined,
  };
}

function existing(graph: Graph, places: LocalPlaces): readonly ShownResource[] {
  const byArn = (['queue', 'topic'] as const).flatMap((kind) =>
    existingArns(graph, kind, places).map((address) => ({
      kind,
      name: address.slice(address.lastIndexOf(':') + 1),
      address,
    })),
  );
  const byName = graph.parameters.flatMap(({ existing: said, value }): readonly ShownResource[] => {
    if (said?.attribute !== 'name' || value === undefined) return [];
    const { kind } = said;
    return kind === 'table' || kind === 'bucket' ? [{ kind, name: value, address: value }] : [];
  });
  return [...byArn, ...byName];
}
