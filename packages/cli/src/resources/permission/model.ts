import type { Ref, Value } from '../value.ts';

/** Lets a service invoke a function. */
export interface PermissionModel {
  readonly function: Ref;
  readonly principal: string;
  readonly sourceArn: Value;
  /** Given for S3, whose ARNs name no account. */
  readonly sourceAccount?: Value | undefined;
}
