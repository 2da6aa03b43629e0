import { DEFAULTS } from '../defaults.ts';
import type { JsonObject, StreamSettings } from '../manifest/types.ts';
import type { Queue } from '../resources/queue.ts';
import type { Topic } from '../resources/topic.ts';
import { type Filter, filtersOf } from './filter.ts';
import type { HandlerOptions } from './handler-options.ts';
import type { Refer } from './refer.ts';

/** What handlers of a table's stream and of a Kinesis stream may say. */
export interface StreamOptions extends HandlerOptions {
  /** Records in a batch at most, 1 to 10,000; default 100. */
  readonly batchSize?: number | undefined;
  /** Seconds that Lambda waits for a batch to fill, 0 to 300. */
  readonly batchWindow?: number | undefined;
  /** Where a new mapping begins. Default `TRIM_HORIZON` for a declared stream, `LATEST` for an existing one. */
  readonly startingPosition?: 'TRIM_HORIZON' | 'LATEST' | undefined;
  /** Batches of one shard at once, 1 to 10; default 1. */
  readonly concurrency?: number | undefined;
  /** Only records that fit one of these. */
  readonly filter?: Filter | undefined;
  /** How often a failed record is tried again, -1 (for ever) to 10,000; default 3. */
  readonly retries?: number | undefined;
  /** Seconds after which a record is not tried again, 60 to 604,800; -1: never too old. */
  readonly maxAge?: number | undefined;
  /**
   * Splits a batch before it is tried again; default true. One that failed as a whole (a crash, a time-out) is halved until the record
   * that causes it is alone. One that reported its failed record is cut there, which is where it is tried again from anyway.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
   */
  readonly bisect?: boolean | undefined;
  /**
   * Where a record goes that failed for the last time. Default a queue of its own, `<handler>Failures`;
   * `drop`: nowhere; `block`: it is tried until it expires, and the shard waits.
   */
  readonly onFailure?: Queue | Topic | 'drop' | 'block' | undefined;
  /** The handler takes the whole batch. */
  readonly batch?: boolean | undefined;
}

/** Fills in what the options leave open. */
export function streamSettings(
  options: StreamOptions,
  existing: boolean,
  narrow: (filters: readonly JsonObject[]) => readonly JsonObject[],
  refer: Refer,
): StreamSettings {
  const { onFailure = 'own' } = options;
  return {
    batchSize: options.batchSize ?? DEFAULTS.stream.batchSize,
    batchWindow: options.batchWindow,
    startingPosition: options.startingPosition ?? (existing ? 'LATEST' : 'TRIM_HORIZON'),
    concurrency: options.concurrency,
    filters: narrow(filtersOf(options.filter)),
    retries: options.retries ?? (onFailure === 'block' ? -1 : DEFAULTS.stream.retries),
    maxAge: options.maxAge,
    bisect: options.bisect ?? DEFAULTS.stream.bisect,
    onFailure:
      typeof onFailure === 'string' ? onFailure : refer<'queue' | 'topic'>(onFailure.kind, onFailure),
    batch: options.batch ?? false,
  };
}
