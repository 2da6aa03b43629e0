import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../../../errors/problem.ts';
import type { Properties } from '../../../resources/reconciler.ts';
import { attributeDefinitions, keySchema } from '../../../resources/table/keys.ts';
import type { TableModel } from '../../../resources/table/model.ts';
import {
  type DescribedTable,
  observedTable,
  STREAM_VIEW,
  wantedTable,
} from '../../../resources/table/properties.ts';
import { indexOf, tableUpdates } from '../../../resources/table/updates.ts';
import { ask, DynamoDBError } from './ask.ts';
import type { DynamoDBEmulator } from './emulator.ts';
import { timeToLiveOf } from './time-to-live.ts';

/**
 * Makes a table as the app declares it. One of the name that is there keeps its data and gets what it lacks: stream, indexes, time to
 * live.
 *
 * @returns what is to be said of it: LOCAL_TABLE_KEYS
 * @throws Error with the engine's words where it refuses.
 */
export async function createTable(
  dynamodb: DynamoDBEmulator,
  table: TableModel,
): Promise<readonly Problem[]> {
  const { call } = dynamodb;
  const TableName = table.physicalName;
  try {
    await ask(call, 'CreateTable', createTableInput(table));
    if (table.ttl !== undefined) await setTimeToLive(dynamodb, TableName, table.ttl, true);
    return [];
  } catch (error) {
    if (error instanceof DynamoDBError && error.code === 'ResourceInUseException')
      return await updateTable(dynamodb, table);
    throw new Error(`Table '${TableName}' could not be made: ${(error as Error).message}`);
  }
}

async function updateTable(dynamodb: DynamoDBEmulator, table: TableModel): Promise<readonly Problem[]> {
  const { call } = dynamodb;
  const TableName = table.physicalName;
  const { Table } = await ask<{ Table: DescribedTable }>(call, 'DescribeTable', { TableName });
  const ttl = await timeToLiveOf(call, TableName);
  const wanted = wantedTable(table);
  const observed: Properties = { ...observedTable(Table, ttl), billing: wanted.billing };
  if (observed.keys !== wanted.keys) return [otherKeys(table, String(observed.keys), String(wanted.keys))];
  // A stream stays on when its handler goes: records that wait are delivered once the handler is back.
  const kept = { ...table, stream: table.stream || observed.stream !== undefined };
  for (const update of tableUpdates(kept, observed)) await ask(call, 'UpdateTable', { TableName, ...update });
  if (ttl !== table.ttl) {
    if (ttl !== undefined) await setTimeToLive(dynamodb, TableName, ttl, false);
    if (table.ttl !== undefined) await setTimeToLive(dynamodb, TableName, table.ttl, true);
  }
  return [];
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html */
function createTableInput(table: TableModel): object {
  return {
    TableName: table.physicalName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributeDefinitions([table, ...table.indexes]),
    KeySchema: keySchema(table),
    ...(table.indexes.length > 0 && { GlobalSecondaryIndexes: table.indexes.map(indexOf) }),
    ...(table.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: STREAM_VIEW } }),
  };
}

async function setTimeToLive(
  { call }: DynamoDBEmulator,
  TableName: string,
  AttributeName: string,
  Enabled: boolean,
): Promise<void> {
  await ask(call, 'UpdateTimeToLive', { TableName, TimeToLiveSpecification: { Enabled, AttributeName } });
}

const otherKeys = ({ physicalName }: TableModel, kept: string, declared: string): Problem =>
  problem('LOCAL_TABLE_KEYS', {
    severity: 'warning',
    message: `The table '${physicalName}' is kept here with the keys ${kept}; the app declares ${declared}.`,
    remedy: 'A table keeps its keys. Delete it, or start with an empty .tankard/local, if its data may go.',
  });
