import type { Ref, Value } from '../value.ts';

/** Lets a service, or everybody through a function URL, invoke a function. */
export interface PermissionModel {
  readonly function: Ref;
  /** `sns.amazonaws.com`; `*` is everybody. */
  readonly principal: string;
  readonly sourceArn?: Value | undefined;
  /** Given for S3, whose ARNs name no account. */
  readonly sourceAccount?: Value | undefined;
  /**
   * Of a function URL that anybody may call: to call the URL, or to invoke the function through it. It takes both.
   * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
   */
  readonly url?: 'call' | 'invoke' | undefined;
}
