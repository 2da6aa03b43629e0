import { invalid, KinesisError, missing } from '../error.ts';
import type { KeptRecord, Shard } from '../shard.ts';
import type { Stream } from '../stream.ts';
import { type OfStream, type Operation, seconds } from './operation.ts';

/** Milliseconds. https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html */
const ITERATOR_LIFE = 300_000;
const MOST = 10_000;
/** Bytes of an answer. */
const LARGEST = 10 * 1024 * 1024;

interface Iterator {
  readonly stream: string;
  readonly shard: string;
  /** The records behind this one come; all without. */
  readonly after?: string | undefined;
  readonly issued: number;
}

interface IteratorInput extends OfStream {
  readonly ShardId?: string;
  readonly ShardIteratorType?: string;
  readonly StartingSequenceNumber?: string;
  /** Seconds. */
  readonly Timestamp?: number;
}

export const getShardIterator: Operation = ({ store, now }, input: IteratorInput) => {
  const stream = store.of(input);
  const { name } = stream.definition;
  const shard = shardOf(stream, input.ShardId).id;
  return { ShardIterator: write({ stream: name, shard, after: start(stream, shard, input), issued: now }) };
};

/** The sequence number behind which an iterator begins. */
function start(stream: Stream, shard: string, input: IteratorInput): string | undefined {
  const { ShardIteratorType: type, StartingSequenceNumber, Timestamp } = input;
  switch (type) {
    case 'TRIM_HORIZON':
      return undefined;
    case 'LATEST':
      return stream.newest(shard);
    case 'AFTER_SEQUENCE_NUMBER':
      return String(sequence(StartingSequenceNumber));
    case 'AT_SEQUENCE_NUMBER':
      return String(sequence(StartingSequenceNumber) - 1n);
    case 'AT_TIMESTAMP': {
      if (Timestamp === undefined) throw missing('timestamp');
      const first = stream.arrivedFrom(shard, Timestamp * 1000);
      return first ? String(BigInt(first.sequenceNumber) - 1n) : stream.newest(shard);
    }
    default:
      throw invalid(`ShardIteratorType ${type} is not one.`);
  }
}

export const getRecords: Operation = (
  { store, now },
  { ShardIterator, Limit = MOST }: { readonly ShardIterator?: string; readonly Limit?: number },
) => {
  if (ShardIterator === undefined) throw missing('shardIterator');
  const iterator = read(ShardIterator);
  if (now - iterator.issued > ITERATOR_LIFE) {
    const message = `Iterator expired. The iterator was created at ${new Date(iterator.issued).toISOString()}; it is valid for five minutes.`;
    throw new KinesisError('ExpiredIteratorException', message);
  }
  const stream = store.of({ StreamName: iterator.stream });
  const shard = shardOf(stream, iterator.shard);
  const records = fitting(stream.read(shard.id, iterator.after, Math.min(Limit, MOST), now));
  const after = records.at(-1)?.sequenceNumber ?? iterator.after;
  const [next] = stream.read(shard.id, after, 1, now);
  const isOver = shard.closed !== undefined && !next;
  return {
    Records: records.map(({ sequenceNumber, partitionKey, data, arrived }) => ({
      SequenceNumber: sequenceNumber,
      ApproximateArrivalTimestamp: seconds(arrived),
      Data: data,
      PartitionKey: partitionKey,
      EncryptionType: 'NONE',
    })),
    MillisBehindLatest: next ? now - next.arrived : 0,
    ...(isOver
      ? { ChildShards: childrenOf(stream, shard) }
      : { NextShardIterator: write({ ...iterator, after, issued: now }) }),
  };
};

/** The first of some records, as many as an answer may hold. */
function fitting(records: readonly KeptRecord[]): readonly KeptRecord[] {
  let size = 0;
  const tooMany = records.findIndex(({ data }, index) => {
    size += Buffer.byteLength(data, 'base64');
    return size > LARGEST && index > 0;
  });
  return tooMany < 0 ? records : records.slice(0, tooMany);
}

function childrenOf(stream: Stream, { id }: Shard): readonly object[] {
  return stream.definition.shards
    .filter(({ parents }) => parents.includes(id))
    .map((child) => ({
      ShardId: child.id,
      ParentShards: child.parents,
      HashKeyRange: { StartingHashKey: child.startingHash, EndingHashKey: child.endingHash },
    }));
}

function shardOf(stream: Stream, id: string | undefined): Shard {
  if (id === undefined) throw missing('shardId');
  const shard = stream.definition.shards.find((one) => one.id === id);
  if (shard) return shard;
  const message = `Shard ${id} in stream ${stream.definition.name} does not exist`;
  throw new KinesisError('ResourceNotFoundException', message);
}

function sequence(text: string | undefined): bigint {
  if (text === undefined) throw missing('startingSequenceNumber');
  if (!/^\d+$/.test(text)) throw invalid(`StartingSequenceNumber ${text} is not valid.`);
  return BigInt(text);
}

const write = (iterator: Iterator): string => Buffer.from(JSON.stringify(iterator)).toString('base64');

function read(text: string): Iterator {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString());
  } catch {
    throw invalid('Invalid ShardIterator.');
  }
}
