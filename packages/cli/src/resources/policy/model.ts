import type { Statement } from '../role/statement.ts';
import type { Ref, Value } from '../value.ts';

/** A managed policy: what did not fit into a role's inline policy. */
export interface PolicyModel {
  /** Ends in the region, as a role's name does. */
  readonly physicalName: Value;
  /** Begins and ends with a slash; `/` without. */
  readonly path?: string | undefined;
  readonly role: Ref;
  readonly statements: readonly Statement[];
}
