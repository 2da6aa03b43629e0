import { isKnown } from '../resources/known.ts';
import type { Reconciler } from '../resources/reconciler.ts';
import { changedNames, compare } from './compare.ts';
import type { Gone, WantedStep } from './plan.ts';
import type { Sight } from './sight.ts';

/**
 * What becomes of a node.
 *
 * @param old what the app had for the same node under another key.
 */
export function planWanted(
  { node, key, properties, after, observed, recorded }: Sight,
  { replaces }: Pick<Reconciler<never>, 'replaces'>,
  old: Gone | undefined,
): WantedStep {
  const { id, kind } = node;
  const common = { id, kind, node, key, properties, after, recorded };
  if (!observed) return { ...common, action: 'create', replaces: old };
  const changes = compare(properties, observed.properties, recorded?.left);
  if (changes.length === 0) return { ...common, action: 'unchanged', observed };
  const names = changedNames(changes);
  const fixed = replaces.some((name) => names.has(name) && isKnown(properties[name]));
  return { ...common, action: fixed ? 'replace' : 'update', observed, changes };
}
