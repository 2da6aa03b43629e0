import type { Problem } from '@tankard/framework/manifest';
import type { AnyNode, Kind } from '../graph/node.ts';
import type { Known } from '../resources/known.ts';
import type { Models } from '../resources/models.ts';
import type { Key, Made, Observed, Properties, Property } from '../resources/reconciler.ts';
import type { NodeId } from '../resources/value.ts';

/** What a deploy would do, and what it would leave alone. */
export interface Plan {
  /** In an order in which they can be done. */
  readonly steps: readonly Step[];
  /** What stops the deploy, and warnings. */
  readonly problems: readonly Problem[];
}

/** One resource and what becomes of it. */
export type Step = MakeStep | UpdateStep | ReplaceStep | RemoveStep | KeepStep | UnchangedStep;

interface Wanted {
  readonly id: NodeId;
  readonly kind: Kind;
  readonly node: AnyNode;
  readonly key: Key;
  /** The model as far as it is known when the plan is made. */
  readonly model: Known<Models[Kind]>;
  /** Steps that have to be done before. */
  readonly after: readonly NodeId[];
}

/** Not there yet. */
export interface MakeStep extends Wanted {
  readonly action: 'create';
  readonly wanted: Properties;
}
/** There, and different. */
export interface UpdateStep extends Wanted {
  readonly action: 'update';
  readonly observed: Observed;
  readonly changes: readonly PropertyChange[];
}
/** There under another key, or with a property that AWS can't change. */
export interface ReplaceStep extends Wanted {
  readonly action: 'replace';
  readonly old: Gone;
  /** `new` where the two have keys of their own: the old one is then removed when all else is done. */
  readonly first: 'new' | 'old';
  readonly changes: readonly PropertyChange[];
}
/** There as it should be. */
export interface UnchangedStep extends Wanted {
  readonly action: 'unchanged';
  readonly observed: Observed;
}
/** In AWS and wanted no more. */
export interface RemoveStep extends Gone {
  readonly action: 'remove';
  /** Steps that have to be done before: the removal of what depends on it. */
  readonly after: readonly NodeId[];
  /** AWS takes it away together with this one. */
  readonly with?: NodeId | undefined;
}
/** Wanted no more, and kept because it holds data. */
export interface KeepStep extends Gone {
  readonly action: 'keep';
}

/** A resource that the app wants no more. */
export interface Gone {
  readonly id: NodeId;
  readonly kind: Kind;
  readonly key: Key;
  readonly recorded?: Made | undefined;
}

/** One property, by its path: `environment.TABLE`, `memory`. */
export interface PropertyChange {
  readonly path: string;
  /** Absent where it was not set. */
  readonly old?: Property | undefined;
  /** Absent where it is taken away. */
  readonly new?: Property | undefined;
  /** Differs from what the last deploy left: somebody changed it in AWS. */
  readonly drifted?: boolean | undefined;
}
