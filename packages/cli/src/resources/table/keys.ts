import type { KeyAttribute } from '@tankard/framework/manifest';

const TYPES = { string: 'S', number: 'N', binary: 'B' } as const;

/** The keys of a table or of an index. */
export interface Keys {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute | undefined;
}

/** As DynamoDB writes them. */
export function keySchema({ partitionKey, sortKey }: Keys) {
  const hash = { AttributeName: partitionKey.name, KeyType: 'HASH' as const };
  return sortKey ? [hash, { AttributeName: sortKey.name, KeyType: 'RANGE' as const }] : [hash];
}

/** Each attribute once, however many keys it is part of. */
export function attributeDefinitions(keys: readonly Keys[]) {
  const types = new Map<string, (typeof TYPES)[keyof typeof TYPES]>();
  for (const { partitionKey, sortKey } of keys) {
    for (const key of sortKey ? [partitionKey, sortKey] : [partitionKey])
      types.set(key.name, TYPES[key.type]);
  }
  return [...types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
}
