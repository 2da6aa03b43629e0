import type { Invocation } from '../../invocations/invocation.ts';
import type { InvocationRecord } from '../../invocations/record.ts';

/** What a message in a handler's failure queue says of the records that were given up. */
export interface FailedBatch {
  readonly requestId: string;
  /** Sequence numbers of the first and the last record. */
  readonly first: string;
  readonly last: string;
  readonly records: number;
  readonly tries: number;
  readonly why: 'retries' | 'age';
}

/** Reads a message as `deliveries/streams/failed-batch.ts` writes it; nothing where it is another. */
export function failedBatchIn(body: string): FailedBatch | undefined {
  if (!body.includes('BatchInfo')) return undefined;
  try {
    const { requestContext, DDBStreamBatchInfo, KinesisBatchInfo } = JSON.parse(body);
    const {
      startSequenceNumber: first,
      endSequenceNumber: last,
      batchSize: records,
    } = DDBStreamBatchInfo ?? KinesisBatchInfo;
    const { requestId, condition, approximateInvokeCount: tries } = requestContext;
    const why = condition === 'RecordAgeExceeded' ? 'age' : 'retries';
    return { requestId, first, last, records, tries, why };
  } catch {
    return undefined;
  }
}

/** The last run that got the records: a retry of the same batch has an id of its own, and the same event. */
export function runOf(
  { requestId }: FailedBatch,
  record: Pick<InvocationRecord, 'all'>,
): Invocation | undefined {
  return record.all().findLast((one) => one.requestId === requestId);
}
