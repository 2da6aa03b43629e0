import type { Place } from '@tankard/framework/manifest';
import type { Value } from '../value.ts';

/** One IAM statement of a function's role, with the lines that it comes from. */
export interface Statement {
  /** Allows without. */
  readonly effect?: 'Deny' | undefined;
  readonly actions: readonly string[];
  readonly resources: readonly Value[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, Value>>>> | undefined;
  /** Where the code asks for it; nothing for what an event source or the logs need. */
  readonly because: readonly Reason[];
}
export interface Reason {
  readonly place?: Place | undefined;
  /** `PutItemCommand`, `permissions of sendScheduled`, `logs`. */
  readonly text: string;
}
