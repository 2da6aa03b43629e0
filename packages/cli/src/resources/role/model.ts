import type { Value } from '../value.ts';
import type { Statement } from './statement.ts';

export interface RoleModel {
  /** Ends in the region: IAM is one for all regions, and an app may stand in two. */
  readonly physicalName: Value;
  /** Begins and ends with a slash; `/` without. */
  readonly path?: string | undefined;
  /** ARN of the managed policy that holds what the role may do at most. */
  readonly boundary?: Value | undefined;
  /** The service that may assume it: `lambda.amazonaws.com`. */
  readonly trusts: string;
  /** Conditions of the trust, such as `aws:SourceAccount` for the Scheduler. */
  readonly trustCondition?: Readonly<Record<string, Readonly<Record<string, Value>>>> | undefined;
  /** Inline; what is over 10,240 characters is split into `policy` nodes. */
  readonly statements: readonly Statement[];
}
