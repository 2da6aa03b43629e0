import type { Found } from '../resources/reconciler.ts';
import { identityOf } from '../state/identity.ts';
import type { RecordedResource } from '../state/recorded.ts';
import { inOrder } from './in-order.ts';
import type { Gone } from './plan.ts';
import { READS_AT_ONCE, type Stage } from './stage.ts';

/** Something that the app wants no more, and whether AWS still has it. */
export type SeenGone = Gone & { readonly present: boolean };

/**
 * What is recorded and isn't wanted, and while the journal is not complete what is found in AWS besides.
 *
 * @param wanted identities of what the app wants.
 */
export async function lookAtGone(wanted: ReadonlySet<string>, stage: Stage): Promise<readonly SeenGone[]> {
  const gone = [...stage.recorded.resources].flatMap(([identity, one]) =>
    wanted.has(identity) ? [] : [one],
  );
  const present = await presentOf(gone, stage);
  const recorded = gone.map((one) => {
    const { id, kind, key } = one;
    return { id, kind, key, recorded: one, present: present.has(one) };
  });
  if (!stage.lost) return recorded;
  const found = await findAll(stage);
  const known = new Set([...wanted, ...stage.recorded.resources.keys()]);
  const others = found
    .filter(({ kind, key }) => !known.has(identityOf(kind, key)))
    .map(({ kind, name, key }) => ({ id: `${kind}:${name}` as const, kind, key, present: true }));
  return [...recorded, ...others];
}

/** What AWS takes away with another one is not asked for: it is there as long as that is. */
async function presentOf(
  gone: readonly RecordedResource[],
  stage: Stage,
): Promise<ReadonlySet<RecordedResource>> {
  const present = new Set<RecordedResource>();
  const parentOf = ({ kind, after }: RecordedResource) => {
    const { partOf } = stage.reconcilers.of(kind);
    return gone.find((other) => other.kind === partOf && after.includes(other.id));
  };
  const items = gone.map((one) => {
    const parent = parentOf(one);
    const id = identityOf(one.kind, one.key);
    return { id, after: parent ? [identityOf(parent.kind, parent.key)] : [], one, parent };
  });
  const failures = await inOrder(items, READS_AT_ONCE, async ({ one, parent }) => {
    const { kind, key, made } = one;
    const there = parent
      ? present.has(parent)
      : await stage.reconcilers.of(kind).observe({ key, recorded: made }, stage.context);
    if (there) present.add(one);
  });
  if (failures.length > 0) throw failures[0];
  return present;
}

/** Everything that says by its tags or its name that it is ours. */
async function findAll({ reconcilers, context }: Stage): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const kind of reconcilers.kinds) {
    found.push(...((await reconcilers.of(kind).list?.(context, found)) ?? []));
  }
  return found;
}
