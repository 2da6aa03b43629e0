import type { LoadedReconcilers } from '../resources/load-reconcilers.ts';
import { identityOf } from '../state/identity.ts';
import type { Gone, GoneStep } from './plan.ts';

/** What decides over data. */
export interface DataChoice {
  /** Remove data that nothing wants any more. */
  readonly withData: boolean;
  /** Names of the data resources that may be replaced, and so emptied. */
  readonly replaceData: ReadonlySet<string>;
}

/** Something gone, and whether AWS still has it. */
export interface GoneSight extends Gone {
  readonly present: boolean;
  /** It makes room for another one of the same node. */
  readonly replaced: boolean;
}

/** What becomes of what the app wants no more: what depends on something goes before that. */
export function planGone(
  gone: readonly GoneSight[],
  reconcilers: LoadedReconcilers,
  { withData }: DataChoice,
): readonly GoneStep[] {
  const actions = new Map(gone.map((one) => [one, actionOf(one, reconcilers, withData)]));
  const removed = gone.filter((one) => actions.get(one) === 'remove');
  const allRecorded = gone.every((one) => one.recorded);
  const parents = new Map(gone.map((one) => [one, parentOf(one, removed, reconcilers)]));
  return gone.map((one) => {
    const { id, kind, key, recorded } = one;
    const action = actions.get(one) ?? 'forget';
    if (action !== 'remove') return { id, kind, key, recorded, action, after: [] };
    const parent = parents.get(one);
    if (parent) return { id, kind, key, recorded, action: 'with', after: identitiesOf([parent]) };
    const before = removed.filter(
      (other) => !parents.get(other) && comesAfter(other, one, reconcilers, allRecorded),
    );
    return { id, kind, key, recorded, action, after: identitiesOf(before) };
  });
}

const identitiesOf = (gone: readonly Gone[]) => gone.map(({ kind, key }) => identityOf(kind, key));

function actionOf(one: GoneSight, reconcilers: LoadedReconcilers, withData: boolean): GoneStep['action'] {
  if (!one.present) return 'forget';
  return reconcilers.of(one.kind).data && !withData && !one.replaced ? 'keep' : 'remove';
}

/** The one among the removed that AWS takes it away with. */
function parentOf(one: Gone, removed: readonly Gone[], reconcilers: LoadedReconcilers): Gone | undefined {
  const { partOf } = reconcilers.of(one.kind);
  return removed.find(({ id, kind }) => kind === partOf && one.recorded?.after.includes(id));
}

/**
 * Whether `one` was made after `other`. Where some are not recorded the order of kinds tells for all,
 * because the two orders together could go in a circle.
 */
function comesAfter(one: Gone, other: Gone, { kinds }: LoadedReconcilers, allRecorded: boolean): boolean {
  if (one === other) return false;
  if (allRecorded) return one.recorded?.after.includes(other.id) ?? false;
  return kinds.indexOf(one.kind) > kinds.indexOf(other.kind);
}
