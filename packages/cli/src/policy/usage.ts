import type { Place, ResourceRef } from '@tankard/framework/manifest';

/** What the code of one function asks of AWS and of its app's resources, read from its slice. */
export interface FunctionUsage {
  readonly function: string;
  readonly calls: readonly SdkCall[];
  readonly resources: readonly ResourceUse[];
  /** What could not be decided: said by `tankard policy`, never dropped. */
  readonly notSeen: readonly NotSeen[];
}

export interface SdkCall {
  /** `@aws-sdk/client-dynamodb`. */
  readonly client: string;
  /** `PutItem`. */
  readonly operation: string;
  /**
   * One part of an operation whose parts need their own actions or name their own resources: `Put` of
   * TransactWriteItems, `SELECT` of ExecuteStatement, `CopySource` of CopyObject, `Raw` of SES's SendEmail.
   */
  readonly part?: string | undefined;
  readonly place: Place;
  /** The declared resources that this call names, where the code shows it. */
  readonly resources?: readonly ResourceRef[] | undefined;
  /** Names of top-level input keys given at the call, such as `Tagging`. */
  readonly inputs?: readonly string[] | undefined;
  /** SES: whom the mail is from, where the code shows it. */
  readonly from?: { readonly parameter: string } | { readonly literal: string } | undefined;
}

export interface ResourceUse {
  /** `url` is the API's own base URL. */
  readonly resource: ResourceRef | { readonly kind: 'url' };
  /** `name`, `arn`, `url`, `value`. */
  readonly attributes: readonly string[];
  readonly places: readonly Place[];
}

export interface NotSeen {
  readonly place: Place;
  readonly what: string;
  readonly remedy: string;
  /** All of it is granted: it may be more than the function uses, and is nothing that it will miss. */
  readonly isGranted?: true | undefined;
}
