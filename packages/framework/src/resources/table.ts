import type { IndexDeclaration, KeyAttribute, TableDeclaration } from '../manifest/types.ts';
import { NamedHandle } from './named-handle.ts';

/** An item whose shape nobody has told. */
export type AnyItem = Record<string, unknown>;

/** A key attribute: its name where it is text, else `{ id: 'number' }`. */
export type Key<Item = AnyItem> =
  | (keyof Item & string)
  | Readonly<Partial<Record<keyof Item & string, KeyAttribute['type']>>>;

/** A table's keys, or those of an index. */
export interface TableIndex<Item = AnyItem> {
  readonly partitionKey: Key<Item>;
  readonly sortKey?: Key<Item> | undefined;
}

/**
 * What a table may say of itself; its partition key it must.
 *
 * @example { partitionKey: 'group', sortKey: { position: 'number' }, ttl: 'expires' }
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html
 */
export interface TableOptions<Item = AnyItem> extends TableIndex<Item> {
  /** Global secondary indexes, by name; each holds the whole item. */
  readonly indexes?: Readonly<Record<string, TableIndex<Item>>> | undefined;
  /** The attribute with the epoch second after which an item may be removed. */
  readonly ttl?: (keyof Item & string) | undefined;
}

/** A DynamoDB table, billed by request. `Item` types the records of its stream. */
export class Table<Item = AnyItem> extends NamedHandle<'table', TableOptions<Item> | undefined> {
  override readonly kind = 'table';
  /** Never set: it only carries the type. */
  declare readonly '~item'?: Item;
}

export interface DeclareTable {
  /** Declares a table that the app owns. Its data outlives `tankard delete`. */
  <Item = AnyItem>(name: string, options: TableOptions<NoInfer<Item>>): Table<Item>;
  /** A table that is there already, by its name or ARN. */
  existing<Item = AnyItem>(nameOrArn: string): Table<Item>;
}

export function tableDeclaration({ id: name, declared }: Pick<Table, 'id' | 'declared'>): TableDeclaration {
  const { options, existing, place } = declared;
  return {
    kind: 'table',
    name,
    place,
    existing,
    ...(options ? keys(options) : {}),
    indexes: Object.entries(options?.indexes ?? {}).map(([index, its]): IndexDeclaration => {
      return { name: index, ...keys(its) };
    }),
    ttl: options?.ttl,
  };
}

function keys(its: TableIndex): { partitionKey: KeyAttribute; sortKey: KeyAttribute | undefined } {
  return {
    partitionKey: attribute(its.partitionKey),
    sortKey: its.sortKey === undefined ? undefined : attribute(its.sortKey),
  };
}

function attribute(key: Key): KeyAttribute {
  if (typeof key === 'string') return { name: key, type: 'string' };
  const [[name, type] = ['', undefined], ...more] = Object.entries(key);
  // Two attributes can't be one key; without a name a check reports it.
  return { name: more.length > 0 ? '' : name, type: type ?? 'string' };
}
