import { type Batch, type BatchResult, runEach, runWhole } from '../batch.ts';
import type { LambdaFunction } from '../context.ts';
import { type DynamoDBBatch, DynamoDBRecord, type RawDynamoDBRecord } from '../events/dynamodb-record.ts';
import { recordsOf } from '../events/records.ts';
import type { Logger } from '../log.ts';
import type { DynamoDBTrigger, JsonObject } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { AnyItem, Table } from '../resources/table.ts';
import type { DeclarationOf } from './declaration.ts';
import type { Refer } from './refer.ts';
import { type StreamOptions, streamSettings } from './stream-options.ts';

type ChangeName = 'INSERT' | 'MODIFY' | 'REMOVE';

/**
 * What a handler of a table's records may say.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
 */
export interface DynamoDBOptions extends StreamOptions {
  /** Only these changes; Lambda is not even invoked for others. Default all. */
  readonly events?: readonly ChangeName[] | undefined;
}

export interface DynamoDBEachOptions extends DynamoDBOptions {
  readonly batch?: false | undefined;
}

export interface DynamoDBBatchOptions extends DynamoDBOptions {
  readonly batch: true;
}

type OfBatch<Item> = BatchResult<DynamoDBRecord<Item>> | Promise<BatchResult<DynamoDBRecord<Item>>>;

export interface OnDynamoDBRecord {
  <Out, Item = AnyItem>(
    table: Table<Item> | string,
    handler: (record: DynamoDBRecord<Item>) => Out,
  ): Handler<[DynamoDBRecord<Item>], Out>;
  <Out, Item = AnyItem>(
    table: Table<Item> | string,
    options: DynamoDBEachOptions,
    handler: (record: DynamoDBRecord<Item>) => Out,
  ): Handler<[DynamoDBRecord<Item>], Out>;
  <Out extends OfBatch<Item>, Item = AnyItem>(
    table: Table<Item> | string,
    options: DynamoDBBatchOptions,
    handler: (batch: DynamoDBBatch<Item>) => Out,
  ): Handler<[DynamoDBBatch<Item>], Out>;
  <Item = AnyItem>(
    table: Table<Item> | string,
    options: DynamoDBBatchOptions,
  ): Registrar<[DynamoDBBatch<Item>], OfBatch<Item>>;
  <Item = AnyItem>(
    table: Table<Item> | string,
    options?: DynamoDBEachOptions,
  ): Registrar<[DynamoDBRecord<Item>]>;
}

/** Records are handled one after another, up to the first failure: a stream keeps its order. */
export function dynamoDBAdapter(
  handler: UserHandler,
  { batch: whole }: DynamoDBOptions,
  log: Logger,
): LambdaFunction {
  return async (raw, context) => {
    const batch: Batch<RawDynamoDBRecord, DynamoDBRecord> = {
      records: recordsOf(raw, 'a DynamoDB stream'),
      order: 'first',
      log,
      id: (record) => record.dynamodb.SequenceNumber,
      open: (record) => new DynamoDBRecord(record, context),
    };
    return whole
      ? runWhole(batch, (records) => handler({ records, raw, context }) as OfBatch<AnyItem>)
      : runEach(batch, handler);
  };
}

export function dynamoDBTrigger(
  { target, options }: DeclarationOf<'dynamodb'>,
  refer: Refer,
): DynamoDBTrigger {
  const existing = typeof target === 'string' || target.declared.existing !== undefined;
  const { events } = options;
  return {
    source: 'dynamodb',
    table: refer('table', target),
    ...streamSettings(options, existing, (filters) => onlyEvents(filters, events), refer),
    events,
  };
}

/** The names of the changes become part of every filter. */
function onlyEvents(filters: readonly JsonObject[], events: readonly ChangeName[] | undefined) {
  if (!events) return filters;
  return (filters.length === 0 ? [{}] : filters).map((filter) => ({ ...filter, eventName: events }));
}
