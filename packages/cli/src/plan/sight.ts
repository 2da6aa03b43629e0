import type { AnyNode } from '../graph/node.ts';
import { isKnown } from '../resources/known.ts';
import type { Key, Observed, Properties } from '../resources/reconciler.ts';
import { resolveModel } from '../resources/resolve-model.ts';
import { identityOf } from '../state/identity.ts';
import type { RecordedResource } from '../state/recorded.ts';
import { dependenciesOf } from './dependencies.ts';
import { dependenciesFirst } from './dependencies-first.ts';
import { inOrder } from './in-order.ts';
import { type KnownAttributes, READS_AT_ONCE, type Stage } from './stage.ts';

/** A node beside what AWS and the journal say of it. */
export interface Sight {
  readonly node: AnyNode;
  readonly key: Key;
  readonly properties: Properties;
  readonly after: AnyNode['dependsOn'];
  readonly observed?: Observed | undefined;
  readonly recorded?: RecordedResource | undefined;
}

/** Looks at every node in AWS; what a node refers to is looked at before it, and stands before it. */
export async function lookAtNodes(nodes: Iterable<AnyNode>, stage: Stage): Promise<readonly Sight[]> {
  const attributes: KnownAttributes = new Map();
  const seen = new Map<string, Sight>();
  const items = dependenciesFirst(
    [...nodes].map((node) => ({ id: node.id, after: dependenciesOf(node), node })),
  );
  const failures = await inOrder(items, READS_AT_ONCE, async ({ node, after }) => {
    const sight = await lookAt(node, stage, attributes);
    if (sight.observed) attributes.set(node.id, sight.observed.attributes);
    seen.set(node.id, { ...sight, after });
  });
  if (failures.length > 0) throw failures[0];
  return items.flatMap(({ id }) => seen.get(id) ?? []);
}

async function lookAt(
  node: AnyNode,
  stage: Stage,
  attributes: KnownAttributes,
): Promise<Omit<Sight, 'after'>> {
  const { context, parameters } = stage;
  const reconciler = stage.reconcilers.of(node.kind);
  const model = resolveModel(node.model, {
    scope: context.scope,
    parameters,
    attributes: (id) => attributes.get(id),
  });
  const key = reconciler.key(model, context.scope);
  const properties = reconciler.wanted(model, context);
  if (!isKnown(key)) return { node, key, properties };
  const recorded = stage.recorded.resources.get(identityOf(node.kind, key));
  const observed = await reconciler.observe({ key, model, recorded: recorded?.made }, context);
  return { node, key, properties, observed, recorded };
}
