import { invalid, missing } from '../error.ts';
import type { NewRecord } from '../stream.ts';
import type { OfStream, Operation } from './operation.ts';

/** Bytes of data, unless the stream allows more. https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
const LARGEST = 1024 * 1024;
const MOST = 500;

interface Put {
  readonly Data?: string;
  readonly PartitionKey?: string;
  readonly ExplicitHashKey?: string;
}

export const putRecord: Operation = ({ store, now, after, changed }, input: OfStream & Put) => {
  const stream = store.of(input);
  const record = stream.put(checked(input, after), now);
  changed(stream.definition.name);
  return { ShardId: record.shard, SequenceNumber: record.sequenceNumber, EncryptionType: 'NONE' };
};

export const putRecords: Operation = (
  { store, now, after, changed },
  { Records, ...of }: OfStream & { readonly Records?: readonly Put[] },
) => {
  const stream = store.of(of);
  if (!Records) throw missing('records');
  if (Records.length < 1 || Records.length > MOST)
    throw invalid(`A request has 1 to ${MOST} records; this one has ${Records.length}.`);
  // All are checked before one is put.
  const records = Records.map((put) => checked(put, after)).map((one) => stream.put(one, now));
  changed(stream.definition.name);
  return {
    FailedRecordCount: 0,
    EncryptionType: 'NONE',
    Records: records.map(({ shard, sequenceNumber }) => ({ ShardId: shard, SequenceNumber: sequenceNumber })),
  };
};

function checked({ Data, PartitionKey, ExplicitHashKey }: Put, after: readonly string[]): NewRecord {
  if (Data === undefined) throw missing('data');
  if (PartitionKey === undefined) throw missing('partitionKey');
  if (PartitionKey.length < 1 || PartitionKey.length > 256)
    throw invalid('A partition key has 1 to 256 characters.');
  if (ExplicitHashKey !== undefined && !/^(0|[1-9]\d{0,38})$/.test(ExplicitHashKey))
    throw invalid(`Invalid ExplicitHashKey ${ExplicitHashKey}.`);
  if (Buffer.byteLength(Data, 'base64') + Buffer.byteLength(PartitionKey) > LARGEST)
    throw invalid(`Data and partition key have at most ${LARGEST} bytes.`);
  return { partitionKey: PartitionKey, explicitHashKey: ExplicitHashKey, data: Data, after };
}
