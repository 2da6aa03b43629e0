import type { Ref, Value } from '../value.ts';

/** An event source mapping: Lambda polls a queue or a stream. */
export interface MappingModel {
  readonly function: Ref;
  readonly source: 'sqs' | 'dynamodb' | 'kinesis';
  readonly sourceArn: Value;
  readonly batchSize: number;
  /** Seconds. */
  readonly batchWindow?: number | undefined;
  readonly filters: readonly Value[];
  /** SQS: MaximumConcurrency. */
  readonly maximumConcurrency?: number | undefined;
  /** Streams: ParallelizationFactor. */
  readonly parallelization?: number | undefined;
  readonly startingPosition?: 'TRIM_HORIZON' | 'LATEST' | undefined;
  readonly retries?: number | undefined;
  /** Seconds. */
  readonly maxAge?: number | undefined;
  readonly bisect?: boolean | undefined;
  readonly onFailure?: Value | undefined;
  readonly reportBatchItemFailures: boolean;
}
