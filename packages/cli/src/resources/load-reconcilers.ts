import type { Kind } from './models.ts';
import type { Reconciler } from './reconciler.ts';
import { reconcilers } from './reconcilers.ts';

/** The reconcilers of some kinds. */
export interface LoadedReconcilers {
  /** @throws Error for a kind that was not asked for. */
  of(kind: Kind): Reconciler<Kind>;
  /** In the order in which a lost journal is rebuilt. */
  readonly kinds: readonly Kind[];
}

/** Every kind that a deploy knows, in the order in which a lost journal is rebuilt. */
export const allKinds = Object.keys(reconcilers) as readonly Kind[];

/**
 * Loads what brings these kinds to AWS.
 *
 * @throws Error for a kind that no deploy knows.
 */
export async function loadReconcilers(kinds: Iterable<Kind>): Promise<LoadedReconcilers> {
  const asked = new Set(kinds);
  const loaded = new Map<Kind, Reconciler<Kind>>();
  for (const kind of asked) {
    // A reconciler only ever gets models of its own kind.
    const load = reconcilers[kind] as (() => Promise<Reconciler<Kind>>) | undefined;
    if (!load) throw new Error(`A deploy does not know the kind '${kind}'.`);
    loaded.set(kind, await load());
  }
  return {
    kinds: allKinds.filter((kind) => asked.has(kind)),
    of: (kind) => {
      const found = loaded.get(kind);
      if (!found) throw new Error(`The kind '${kind}' is not loaded.`);
      return found;
    },
  };
}
