import type { Properties } from '../reconciler.ts';
import { attributeDefinitions, type Keys, keySchema } from './keys.ts';
import type { TableModel } from './model.ts';

/** What the records of a table's stream hold. */
export const STREAM_VIEW = 'NEW_AND_OLD_IMAGES';

/** What DescribeTable says of a table, as far as it matters here. */
export interface DescribedTable {
  readonly AttributeDefinitions?: readonly DescribedAttribute[] | undefined;
  readonly KeySchema?: readonly DescribedKey[] | undefined;
  readonly GlobalSecondaryIndexes?: readonly DescribedIndex[] | undefined;
  readonly BillingModeSummary?: { readonly BillingMode?: string | undefined } | undefined;
  readonly StreamSpecification?:
    | { readonly StreamEnabled: boolean | undefined; readonly StreamViewType?: string | undefined }
    | undefined;
}
interface DescribedAttribute {
  readonly AttributeName: string | undefined;
  readonly AttributeType: string | undefined;
}
interface DescribedKey {
  readonly AttributeName: string | undefined;
  readonly KeyType: string | undefined;
}
interface DescribedIndex {
  readonly IndexName?: string | undefined;
  readonly KeySchema?: readonly DescribedKey[] | undefined;
  readonly Projection?: { readonly ProjectionType?: string | undefined } | undefined;
}

/** A table as it should be; keys as text, such as `id (S), day (N)`. */
export function wantedTable(model: TableModel): Properties {
  return {
    keys: keysOf(model),
    indexes: Object.fromEntries(model.indexes.map((index) => [index.name, keysOf(index)])),
    billing: 'PAY_PER_REQUEST',
    ttl: model.ttl,
    stream: model.stream ? STREAM_VIEW : undefined,
  };
}

/**
 * A table as it is, in the same form.
 *
 * @param ttl the attribute that holds the time of expiry, where it is switched on.
 */
export function observedTable(table: DescribedTable, ttl: string | undefined): Properties {
  const { AttributeDefinitions = [], GlobalSecondaryIndexes: indexes = [], StreamSpecification } = table;
  return {
    keys: describedKeys(table.KeySchema, AttributeDefinitions),
    indexes: Object.fromEntries(
      indexes.map((index) => [index.IndexName ?? '', describedIndex(index, AttributeDefinitions)]),
    ),
    // A table that never was on demand has no summary.
    billing: table.BillingModeSummary?.BillingMode ?? 'PROVISIONED',
    ttl,
    stream: StreamSpecification?.StreamEnabled ? StreamSpecification.StreamViewType : undefined,
  };
}

function keysOf(keys: Keys): string {
  return describedKeys(keySchema(keys), attributeDefinitions([keys]));
}

/** Ours hold all attributes; another projection is shown, because it differs. */
function describedIndex(
  { KeySchema, Projection }: DescribedIndex,
  definitions: readonly DescribedAttribute[],
): string {
  const projection = Projection?.ProjectionType ?? 'ALL';
  return describedKeys(KeySchema, definitions) + (projection === 'ALL' ? '' : `, ${projection}`);
}

/** The partition key first, whatever order they come in. */
function describedKeys(
  schema: readonly DescribedKey[] = [],
  definitions: readonly DescribedAttribute[],
): string {
  const types = new Map(definitions.map((one) => [one.AttributeName, one.AttributeType]));
  return schema
    .toSorted((one, other) => (one.KeyType ?? '').localeCompare(other.KeyType ?? ''))
    .map(({ AttributeName }) => `${AttributeName} (${types.get(AttributeName)})`)
    .join(', ');
}
