import type { Reason, Statement } from '../../resources/role/statement.ts';
import type { Value } from '../../resources/value.ts';
import type { NotSeen } from '../usage.ts';

/** One action on some resources, for one reason: what statements are merged from. */
export interface Grant {
  readonly action: string;
  readonly resources: readonly Value[];
  readonly conditions?: Statement['conditions'];
  readonly because: Reason;
}

/** What is granted, and what could not be and has to be said. */
export interface Granted {
  readonly grants: readonly Grant[];
  readonly notes: readonly NotSeen[];
}
