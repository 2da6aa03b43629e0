import { type Batch, type BatchResult, runEach, runWhole } from '../batch.ts';
import type { LambdaContext, LambdaFunction } from '../context.ts';
import { DEFAULTS } from '../defaults.ts';
import { recordsOf } from '../events/records.ts';
import { type RawSqsRecord, type SqsBatch, SqsMessage } from '../events/sqs-message.ts';
import type { Logger } from '../log.ts';
import type { SqsTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { Queue } from '../resources/queue.ts';
import { type Schema, validateJson } from '../schema.ts';
import type { DeclarationOf } from './declaration.ts';
import { type Filter, filtersOf } from './filter.ts';
import type { HandlerOptions } from './handler-options.ts';
import type { Refer } from './refer.ts';

interface SqsSettings<Body> extends HandlerOptions {
  /** What a body must be: it is read as JSON and validated; a message that does not fit has failed. */
  readonly body?: Schema<Body> | undefined;
  /** Messages in a batch at most, 1 to 10,000; default 10. Over 10 needs a `batchWindow`. */
  readonly batchSize?: number | undefined;
  /** Seconds that Lambda waits for a batch to fill, 0 to 300. Not for a FIFO queue. */
  readonly batchWindow?: number | undefined;
  /** Batches at once, 2 to 1,000; default 10. */
  readonly concurrency?: number | undefined;
  /** Only messages that fit one of these; Lambda deletes the others. */
  readonly filter?: Filter | undefined;
}

/**
 * What a handler of a queue's messages may say.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
 */
export interface SqsOptions<Body = unknown> extends SqsSettings<Body> {
  /** The handler takes the whole batch. */
  readonly batch?: boolean | undefined;
}

export interface SqsEachOptions<Body = unknown> extends SqsSettings<Body> {
  readonly batch?: false | undefined;
}

export interface SqsBatchOptions<Body = unknown> extends SqsSettings<Body> {
  readonly batch: true;
}

type OfBatch<Body> = BatchResult<SqsMessage<Body>> | Promise<BatchResult<SqsMessage<Body>>>;

export interface OnSqsMessage {
  <Out>(queue: Queue | string, handler: (message: SqsMessage) => Out): Handler<[SqsMessage], Out>;
  <Out, Body = string>(
    queue: Queue | string,
    options: SqsEachOptions<Body>,
    handler: (message: SqsMessage<NoInfer<Body>>) => Out,
  ): Handler<[SqsMessage<Body>], Out>;
  <Out extends OfBatch<Body>, Body = string>(
    queue: Queue | string,
    options: SqsBatchOptions<Body>,
    handler: (batch: SqsBatch<NoInfer<Body>>) => Out,
  ): Handler<[SqsBatch<Body>], Out>;
  <Body = string>(
    queue: Queue | string,
    options: SqsBatchOptions<Body>,
  ): Registrar<[SqsBatch<NoInfer<Body>>], OfBatch<Body>>;
  <Body = string>(
    queue: Queue | string,
    options?: SqsEachOptions<Body>,
  ): Registrar<[SqsMessage<NoInfer<Body>>]>;
}

/** Messages of a standard queue are handled at once; those of a FIFO queue one after another, up to the first failure. */
export function sqsAdapter(
  handler: UserHandler,
  { body, batch: whole }: SqsOptions,
  log: Logger,
): LambdaFunction {
  return async (raw, context) => {
    const records = recordsOf<RawSqsRecord>(raw, 'SQS');
    const order = records[0]?.eventSourceARN.endsWith('.fifo') ? 'rest' : 'each';
    const open = opener(body, context);
    const batch: Batch<RawSqsRecord, SqsMessage<unknown>> = { records, order, log, id, open };
    return whole
      ? runWhole(batch, (messages) => handler({ messages, raw, context }) as OfBatch<unknown>)
      : runEach(batch, handler);
  };
}

function id(record: RawSqsRecord): string {
  return record.messageId;
}

function opener(schema: Schema | undefined, context: LambdaContext) {
  return (record: RawSqsRecord): SqsMessage<unknown> | Promise<SqsMessage<unknown>> => {
    if (!schema) return new SqsMessage(record, context, record.body);
    const body = validateJson(schema, record.body);
    return body instanceof Promise
      ? body.then((valid) => new SqsMessage(record, context, valid))
      : new SqsMessage(record, context, body);
  };
}

export function sqsTrigger({ target, options }: DeclarationOf<'sqs'>, refer: Refer): SqsTrigger {
  return {
    source: 'sqs',
    queue: refer('queue', target),
    batchSize: options.batchSize ?? DEFAULTS.sqs.batchSize,
    batchWindow: options.batchWindow,
    concurrency: options.concurrency ?? DEFAULTS.sqs.concurrency,
    filters: filtersOf(options.filter),
    batch: options.batch ?? false,
  };
}
