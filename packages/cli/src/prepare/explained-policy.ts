import type { Place } from '@tankard/framework/manifest';
import type { NotSeen } from '../policy/usage.ts';

/** One function's policy, with the line that every statement comes from. */
export interface ExplainedPolicy {
  readonly function: string;
  readonly statements: readonly ExplainedStatement[];
  /** What the code may do beyond what could be seen. */
  readonly notSeen: readonly NotSeen[];
}

export interface ExplainedStatement {
  /** Allows without. */
  readonly effect?: 'Deny' | undefined;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** `StringEquals ses:FromAddress <parameter SourceEmail>`. */
  readonly conditions: readonly string[];
  readonly because: readonly { readonly place?: Place | undefined; readonly text: string }[];
}
