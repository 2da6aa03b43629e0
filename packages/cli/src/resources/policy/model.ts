import type { Ref } from '../value.ts';
import type { Statement } from '../role/statement.ts';

/** A managed policy: what did not fit into a role's inline policy. */
export interface PolicyModel {
  readonly physicalName: string;
  readonly role: Ref;
  readonly statements: readonly Statement[];
}
