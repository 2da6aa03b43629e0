import type { StreamRecord } from '../../emulators/stream-source.ts';
import type { StreamMapping } from './mapping.ts';

/** Records that a function gets no more, and why. */
export interface GivenUp {
  readonly records: readonly StreamRecord[];
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  /** How often the function was called with them. */
  readonly invokeCount: number;
  /** Of the last call; none where there was none. */
  readonly last?: { readonly requestId: string; readonly reported: boolean } | undefined;
}

export interface FailedBatchPlace {
  readonly shard: string;
  readonly streamArn: string;
}

/**
 * What Lambda sends to the destination of a failed batch: where the records are, and not what they hold.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 *
 * @param requestId stands for a batch that the function never got.
 */
export function failedBatch(
  { functionArn, source }: Pick<StreamMapping, 'functionArn' | 'source'>,
  { records, condition, invokeCount, last }: GivenUp,
  { shard, streamArn }: FailedBatchPlace,
  now: number,
  requestId: string,
): object {
  const first = records[0] as StreamRecord;
  const end = records.at(-1) as StreamRecord;
  // A table's stream knows seconds only.
  const time = ({ written }: StreamRecord) =>
    new Date(written).toISOString().replace(source === 'dynamodb' ? /\.\d+/ : '', '');
  return {
    requestContext: {
      requestId: last?.requestId ?? requestId,
      functionArn,
      condition,
      approximateInvokeCount: invokeCount,
    },
    ...(last && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        ...(!last.reported && { functionError: 'Unhandled' }),
      },
    }),
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    [source === 'dynamodb' ? 'DDBStreamBatchInfo' : 'KinesisBatchInfo']: {
      shardId: shard,
      startSequenceNumber: first.sequenceNumber,
      endSequenceNumber: end.sequenceNumber,
      approximateArrivalOfFirstRecord: time(first),
      approximateArrivalOfLastRecord: time(end),
      batchSize: records.length,
      streamArn,
    },
  };
}
