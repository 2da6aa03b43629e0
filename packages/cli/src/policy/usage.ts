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
  readonly from?: Named | undefined;
  /** DynamoDB: the indexes that are read, and whether the table may be; undefined where it may be any. */
  readonly indexes?: { readonly names: readonly string[]; readonly table: boolean } | undefined;
  /** Texts and parameters that name what no app declares, by the input's key. */
  readonly names?: Readonly<Record<string, readonly Named[]>> | undefined;
}

/** A text in the code, or the value of one of the app's parameters. */
export type Named = { readonly parameter: string } | { readonly literal: string };

export interface ResourceUse {
  readonly resource: ResourceRef | UrlRef;
  /** `name`, `arn`, `url`, `value`; of the WebSocket API also `send`, `close` and `info`, each in a use of its own. */
  readonly attributes: readonly string[];
  readonly places: readonly Place[];
}

/** An address of the app's own: the base URL of its routes, or that of its WebSocket API. */
export interface UrlRef {
  readonly kind: 'url';
  readonly name?: 'websocket' | undefined;
}

export interface NotSeen {
  readonly place: Place;
  readonly what: string;
  readonly remedy: string;
  /** The action that is not granted, which `permissions` may grant. */
  readonly action?: string | undefined;
  /** All of it is granted: it may be more than the function uses, and is nothing that it will miss. */
  readonly isGranted?: true | undefined;
}
