import type { IndexDeclaration, KeyAttribute } from '@tankard/framework/manifest';

/** On demand. Data: kept when the app is deleted. */
export interface TableModel {
  readonly physicalName: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute | undefined;
  readonly indexes: readonly IndexDeclaration[];
  readonly ttl?: string | undefined;
  /** NEW_AND_OLD_IMAGES where a handler reads the records. */
  readonly stream: boolean;
}
