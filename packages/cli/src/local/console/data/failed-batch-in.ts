/** What a message in a handler's failure queue says of the records that were given up. */
export interface FailedBatch {
  readonly requestId: string;
  /** Sequence numbers of the first and the last record. */
  readonly first: string;
  readonly last: string;
}

/** Reads a message as `deliveries/streams/failed-batch.ts` writes it; nothing where it is another. */
export function failedBatchIn(body: string): FailedBatch | undefined {
  if (!body.includes('BatchInfo')) return undefined;
  try {
    const { requestContext, DDBStreamBatchInfo, KinesisBatchInfo } = JSON.parse(body);
    const { startSequenceNumber, endSequenceNumber } = DDBStreamBatchInfo ?? KinesisBatchInfo;
    const { requestId } = requestContext;
    return typeof requestId === 'string'
      ? { requestId, first: startSequenceNumber, last: endSequenceNumber }
      : undefined;
  } catch {
    return undefined;
  }
}
