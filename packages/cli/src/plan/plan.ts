import type { Problem } from '@tankard/framework/manifest';
import type { AnyNode, Kind } from '../graph/node.ts';
import type { Key, Observed, Properties, Property } from '../resources/reconciler.ts';
import type { NodeId } from '../resources/value.ts';
import type { RecordedResource } from '../state/recorded.ts';

/** What a deploy would do, and what it would leave alone. */
export interface Plan {
  /** What the app wants, one a node; what each comes after stands before it. */
  readonly wanted: readonly WantedStep[];
  /** What it wants no more: done when everything that it wants is there. */
  readonly gone: readonly GoneStep[];
  /** What stops the deploy, and warnings. */
  readonly problems: readonly Problem[];
}

/** One resource and what becomes of it. */
export type Step = WantedStep | GoneStep;

/** Something that the app wants. */
export type WantedStep = CreateStep | UpdateStep | ReplaceStep | UnchangedStep;

interface Wanted {
  readonly id: NodeId;
  readonly kind: Kind;
  readonly node: AnyNode;
  /** May hold markers of what is not made yet. */
  readonly key: Key;
  /** As far as it is known when the plan is made. */
  readonly properties: Properties;
  /** Nodes that come before. */
  readonly after: readonly NodeId[];
  readonly recorded?: RecordedResource | undefined;
}

/** Not there yet. */
export interface CreateStep extends Wanted {
  readonly action: 'create';
  /** What it takes the place of, and what is removed at the end. */
  readonly replaces?: Gone | undefined;
}
/** There, and different. */
export interface UpdateStep extends Wanted {
  readonly action: 'update';
  readonly observed: Observed;
  readonly changes: readonly PropertyChange[];
}
/** There, with a property that AWS can't change: it is removed and made again. */
export interface ReplaceStep extends Wanted {
  readonly action: 'replace';
  readonly observed: Observed;
  readonly changes: readonly PropertyChange[];
}
/** There as it should be. */
export interface UnchangedStep extends Wanted {
  readonly action: 'unchanged';
  readonly observed: Observed;
}

/** Something that the app wants no more. */
export interface Gone {
  readonly id: NodeId;
  readonly kind: Kind;
  readonly key: Key;
  readonly recorded?: RecordedResource | undefined;
}

/**
 * `remove`: taken away. `with`: AWS takes it away together with another one. `keep`: it holds data.
 * `forget`: somebody else took it away.
 */
export interface GoneStep extends Gone {
  readonly action: 'remove' | 'with' | 'keep' | 'forget';
  /** Of the gone, by `identityOf`: what has to be removed before. */
  readonly after: readonly string[];
}

/** One property, by its path: `environment.TABLE`, `memory`. */
export interface PropertyChange {
  readonly path: string;
  /** Absent where it was not set. */
  readonly old?: Property | undefined;
  /** Absent where it is taken away. */
  readonly new?: Property | undefined;
  /** The last deploy left it as it is wanted: somebody changed it in AWS. */
  readonly drifted?: boolean | undefined;
}

/** Whether a deploy has nothing to do. */
export function isEmpty({ wanted, gone }: Plan): boolean {
  return (
    wanted.every(({ action }) => action === 'unchanged') &&
    gone.every(({ action }) => action === 'keep' || action === 'forget')
  );
}
