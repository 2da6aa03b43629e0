import type { LoadedReconcilers } from '../resources/load-reconcilers.ts';
import type { Attributes, ReconcileContext } from '../resources/reconciler.ts';
import type { NodeId } from '../resources/value.ts';
import type { Recorded } from '../state/recorded.ts';

/** What a plan is made with, and applied with. */
export interface Stage {
  readonly reconcilers: LoadedReconcilers;
  readonly context: ReconcileContext;
  /** Values of the graph's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly recorded: Recorded;
  /** The journal does not hold everything: what is in AWS has to be looked for. */
  readonly lost: boolean;
  /** Only these nodes are meant: nothing counts as gone. */
  readonly partial?: boolean | undefined;
}

/** The attributes of nodes as they become known. */
export type KnownAttributes = Map<NodeId, Attributes>;

/** Readings at once while a plan is made. */
export const READS_AT_ONCE = 16;
/** Steps at once; more would only wait for Lambda's throttle. */
export const STEPS_AT_ONCE = 10;
