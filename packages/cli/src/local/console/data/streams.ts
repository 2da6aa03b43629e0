import { textOf } from '../actions/text-of.ts';
import type { ShownResource, ShownStream } from '../shown.ts';
import type { ConsoleSources } from '../sources.ts';
import { askService } from './ask-service.ts';

/** Records that are shown of each shard, the last ones. */
const SHOWN = 100;
/** Records that are read of each shard, from its beginning. */
const READ = 10_000;

interface Page {
  readonly Records: readonly {
    readonly Data: string;
    readonly PartitionKey: string;
    readonly SequenceNumber: string;
    /** Seconds. */
    readonly ApproximateArrivalTimestamp: number;
  }[];
  readonly NextShardIterator?: string;
  readonly MillisBehindLatest?: number;
}

export async function readStream(sources: ConsoleSources, { address }: ShownResource): Promise<ShownStream> {
  const StreamARN = address;
  const { Shards } = await askService<{ readonly Shards: readonly { readonly ShardId: string }[] }>(
    sources,
    'kinesis',
    'ListShards',
    { StreamARN },
  );
  const records = await Promise.all(Shards.map(({ ShardId }) => recordsOf(sources, StreamARN, ShardId)));
  return {
    shards: Shards.length,
    records: records.flat().sort((one, other) => (one.arrived < other.arrived ? 1 : -1)),
  };
}

async function recordsOf(
  sources: ConsoleSources,
  StreamARN: string,
  ShardId: string,
): Promise<ShownStream['records']> {
  const ask = <Answer>(operation: string, input: object) =>
    askService<Answer>(sources, 'kinesis', operation, { StreamARN, ...input });
  let { ShardIterator: next } = await ask<{ readonly ShardIterator: string | undefined }>(
    'GetShardIterator',
    {
      ShardId,
      ShardIteratorType: 'TRIM_HORIZON',
    },
  );
  let kept: Page['Records'] = [];
  for (let read = 0; next !== undefined && read < READ; ) {
    const page: Page = await ask('GetRecords', { ShardIterator: next, Limit: 1000 });
    kept = [...kept, ...page.Records].slice(-SHOWN);
    read += page.Records.length;
    next = page.Records.length === 0 || page.MillisBehindLatest === 0 ? undefined : page.NextShardIterator;
  }
  return kept.map(({ Data, PartitionKey, SequenceNumber, ApproximateArrivalTimestamp }) => ({
    shard: ShardId,
    partitionKey: PartitionKey,
    sequenceNumber: SequenceNumber,
    arrived: new Date(ApproximateArrivalTimestamp * 1000).toISOString(),
    data: textOf(Buffer.from(Data, 'base64')) ?? Data,
  }));
}
