import type { KeyAttribute } from '@tankard/framework/manifest';
import type { TableModel } from '../../../resources/table/model.ts';
import type { DynamoDBEmulator } from './emulator.ts';

const TYPES = { string: 'S', number: 'N', binary: 'B' } as const;

/**
 * Makes a table as the app declares it, unless there is one of the name: its data stays.
 *
 * @throws Error with the engine's words where it refuses.
 */
export async function createTable(dynamodb: DynamoDBEmulator, table: TableModel): Promise<void> {
  const created = await dynamodb.call('CreateTable', createTableInput(table));
  if (created.status !== 200) {
    const text = String(created.body);
    if (text.includes('ResourceInUseException')) return;
    throw new Error(`Table '${table.physicalName}' could not be made: ${text}`);
  }
  if (table.ttl) {
    await dynamodb.call('UpdateTimeToLive', {
      TableName: table.physicalName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: table.ttl },
    });
  }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html */
function createTableInput(table: TableModel): object {
  const keys = [table, ...table.indexes].flatMap(({ partitionKey, sortKey }) =>
    sortKey ? [partitionKey, sortKey] : [partitionKey],
  );
  const attributes = new Map(keys.map((key) => [key.name, TYPES[key.type]]));
  return {
    TableName: table.physicalName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: keySchema(table.partitionKey, table.sortKey),
    ...(table.indexes.length > 0 && {
      GlobalSecondaryIndexes: table.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
    ...(table.stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  };
}

function keySchema(partition: KeyAttribute, sort: KeyAttribute | undefined): readonly object[] {
  return [
    { AttributeName: partition.name, KeyType: 'HASH' },
    ...(sort ? [{ AttributeName: sort.name, KeyType: 'RANGE' }] : []),
  ];
}
