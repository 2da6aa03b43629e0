import { type Batch, type BatchResult, runEach, runWhole } from '../batch.ts';
import type { LambdaContext, LambdaFunction } from '../context.ts';
import { type KinesisBatch, KinesisRecord, type RawKinesisRecord, textOf } from '../events/kinesis-record.ts';
import { recordsOf } from '../events/records.ts';
import type { Logger } from '../log.ts';
import type { KinesisTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { Stream } from '../resources/stream.ts';
import { type Schema, validateJson } from '../schema.ts';
import type { DeclarationOf } from './declaration.ts';
import type { Refer } from './refer.ts';
import { type StreamOptions, streamSettings } from './stream-options.ts';

/**
 * What a handler of a stream's records may say.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html
 */
export interface KinesisOptions<Data = unknown> extends StreamOptions {
  /** What the data must be: it is read as JSON and validated; a record that does not fit has failed. */
  readonly data?: Schema<Data> | undefined;
}

export interface KinesisEachOptions<Data = unknown> extends KinesisOptions<Data> {
  readonly batch?: false | undefined;
}

export interface KinesisBatchOptions<Data = unknown> extends KinesisOptions<Data> {
  readonly batch: true;
}

type OfBatch<Data> = BatchResult<KinesisRecord<Data>> | Promise<BatchResult<KinesisRecord<Data>>>;

export interface OnKinesisRecord {
  <Out>(stream: Stream | string, handler: (record: KinesisRecord) => Out): Handler<[KinesisRecord], Out>;
  <Out, Data = string>(
    stream: Stream | string,
    options: KinesisEachOptions<Data>,
    handler: (record: KinesisRecord<NoInfer<Data>>) => Out,
  ): Handler<[KinesisRecord<Data>], Out>;
  <Out extends OfBatch<Data>, Data = string>(
    stream: Stream | string,
    options: KinesisBatchOptions<Data>,
    handler: (batch: KinesisBatch<NoInfer<Data>>) => Out,
  ): Handler<[KinesisBatch<Data>], Out>;
  <Data = string>(
    stream: Stream | string,
    options: KinesisBatchOptions<Data>,
  ): Registrar<[KinesisBatch<NoInfer<Data>>], OfBatch<Data>>;
  <Data = string>(
    stream: Stream | string,
    options?: KinesisEachOptions<Data>,
  ): Registrar<[KinesisRecord<NoInfer<Data>>]>;
}

/** Records are handled one after another, up to the first failure: a shard keeps its order. */
export function kinesisAdapter(
  handler: UserHandler,
  { data, batch: whole }: KinesisOptions,
  log: Logger,
): LambdaFunction {
  return async (raw, context) => {
    const batch: Batch<RawKinesisRecord, KinesisRecord<unknown>> = {
      records: recordsOf(raw, 'a Kinesis stream'),
      order: 'first',
      log,
      id: (record) => record.kinesis.sequenceNumber,
      open: (record) => open(record, data, context),
    };
    return whole
      ? runWhole(batch, (records) => handler({ records, raw, context }) as OfBatch<unknown>)
      : runEach(batch, handler);
  };
}

function open(
  record: RawKinesisRecord,
  schema: Schema | undefined,
  context: LambdaContext,
): KinesisRecord<unknown> | Promise<KinesisRecord<unknown>> {
  if (!schema) return new KinesisRecord(record, context);
  const data = validateJson(schema, textOf(record));
  return data instanceof Promise
    ? data.then((valid) => new KinesisRecord(record, context, { data: valid }))
    : new KinesisRecord(record, context, { data });
}

export function kinesisTrigger({ target, options }: DeclarationOf<'kinesis'>, refer: Refer): KinesisTrigger {
  const existing = typeof target === 'string' || target.declared.existing !== undefined;
  return {
    source: 'kinesis',
    stream: refer('stream', target),
    ...streamSettings(options, existing, (filters) => filters, refer),
  };
}
