import type { Problem } from '../errors.ts';
import type { KeyAttribute, TableDeclaration } from '../manifest/types.ts';
import { resourceProblem } from './resources.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const MOST_INDEXES = 20;
const INDEX_NAME = /^[a-zA-Z0-9_.-]{3,255}$/;
const TYPES: readonly string[] = ['string', 'number', 'binary'];

/** What DynamoDB takes of a table's keys, indexes and time to live. */
export function checkTable(table: TableDeclaration): Problem[] {
  const keys = [table, ...table.indexes].flatMap(({ partitionKey, sortKey }) =>
    [partitionKey, sortKey].filter((key) => key !== undefined),
  );
  return [
    ...keys.filter(isInvalid).map((key) => invalidKey(table, key)),
    ...sameTwice(table),
    ...checkTypes(table, keys),
    ...checkIndexes(table),
    ...checkTtl(table, keys),
  ];
}

function isInvalid({ name, type }: KeyAttribute): boolean {
  return name === '' || name.length > 255 || !TYPES.includes(type);
}

function invalidKey(table: TableDeclaration, { name, type }: KeyAttribute): Problem {
  return resourceProblem(
    table,
    'TABLE_KEY_INVALID',
    `The table '${table.name}' has a key that DynamoDB would refuse: '${name}' of type '${type}'.`,
    "Write the attribute's name, or one name with its type: { id: 'number' }; there are string, number and binary.",
  );
}

function sameTwice(table: TableDeclaration): Problem[] {
  const both = [table, ...table.indexes].filter(
    (its) => its.sortKey && its.partitionKey?.name === its.sortKey.name,
  );
  return both.map((its) =>
    resourceProblem(
      table,
      'TABLE_KEY_TWICE',
      `'${its.name}' has '${its.sortKey?.name}' as its partition key and as its sort key.`,
      'Leave out the sort key, or name another attribute.',
    ),
  );
}

function checkTypes(table: TableDeclaration, keys: readonly KeyAttribute[]): Problem[] {
  const types = new Map<string, KeyAttribute['type']>();
  return keys.flatMap(({ name, type }) => {
    const other = types.get(name) ?? type;
    types.set(name, other);
    if (other === type) return [];
    return [
      resourceProblem(
        table,
        'TABLE_KEY_TYPES',
        `The attribute '${name}' of the table '${table.name}' is a key as ${other} and as ${type}.`,
        'Give it the same type in the table and in every index.',
      ),
    ];
  });
}

function checkIndexes(table: TableDeclaration): Problem[] {
  const problems = table.indexes
    .filter(({ name }) => !INDEX_NAME.test(name))
    .map(({ name }) =>
      resourceProblem(
        table,
        'TABLE_INDEX_INVALID',
        `The table '${table.name}' has an index with the name '${name}', which DynamoDB would refuse.`,
        "Take 3 to 255 letters, digits, '-', '_' or '.'.",
      ),
    );
  if (table.indexes.length <= MOST_INDEXES) return problems;
  return [
    ...problems,
    resourceProblem(
      table,
      'TABLE_INDEX_INVALID',
      `The table '${table.name}' has ${table.indexes.length} indexes.`,
      `Declare at most ${MOST_INDEXES}.`,
    ),
  ];
}

function checkTtl(table: TableDeclaration, keys: readonly KeyAttribute[]): Problem[] {
  const { name, ttl } = table;
  if (ttl === undefined) return [];
  const key = keys.find((its) => its.name === ttl);
  if (ttl !== '' && (!key || key.type === 'number')) return [];
  return [
    resourceProblem(
      table,
      'TABLE_TTL_INVALID',
      `The table '${name}' expires its items by '${ttl}', which can't hold a time.`,
      'Name an attribute that holds the second of expiry as a number.',
    ),
  ];
}
