import { invalid, missing } from '../error.ts';
import type { Shard } from '../shard.ts';
import { sequenceNumber } from '../shard.ts';
import type { Stream } from '../stream.ts';
import { type OfStream, type Operation, seconds } from './operation.ts';

interface CreateInput {
  readonly StreamName?: string;
  readonly ShardCount?: number;
  readonly StreamModeDetails?: { readonly StreamMode?: string };
  readonly Tags?: Readonly<Record<string, string>>;
}

export const createStream: Operation = (
  { store, changed },
  { StreamName, ShardCount, StreamModeDetails, Tags = {} }: CreateInput,
) => {
  if (StreamName === undefined) throw missing('streamName');
  const onDemand = StreamModeDetails?.StreamMode === 'ON_DEMAND' || ShardCount === undefined;
  if (!onDemand) checkCount(ShardCount);
  store.create({ name: StreamName, shards: onDemand ? undefined : ShardCount, tags: Tags });
  changed(StreamName);
  return {};
};

export const deleteStream: Operation = ({ store, changed }, input: OfStream) => {
  const stream = store.of(input);
  store.delete(stream);
  changed(stream.definition.name);
  return {};
};

export const describeStream: Operation = (
  { store },
  {
    Limit = 100,
    ExclusiveStartShardId,
    ...of
  }: OfStream & { Limit?: number; ExclusiveStartShardId?: string },
) => {
  const stream = store.of(of);
  const { shards, more } = page(stream.definition.shards, Limit, ExclusiveStartShardId);
  return {
    StreamDescription: {
      ...described(stream),
      EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
      HasMoreShards: more,
      Shards: shards.map((shard) => shardOf(stream, shard)),
    },
  };
};

export const describeStreamSummary: Operation = ({ store }, of: OfStream) => {
  const stream = store.of(of);
  return {
    StreamDescriptionSummary: {
      ...described(stream),
      EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
      OpenShardCount: stream.openShards.length,
      ConsumerCount: 0,
    },
  };
};

interface ListInput {
  readonly Limit?: number;
  readonly ExclusiveStartStreamName?: string;
  readonly NextToken?: string;
}

export const listStreams: Operation = (
  { store },
  { Limit = 100, ExclusiveStartStreamName, NextToken }: ListInput,
) => {
  const after = NextToken ?? ExclusiveStartStreamName ?? '';
  const left = store.list().filter(({ definition }) => definition.name > after);
  const streams = left.slice(0, Limit);
  const more = left.length > streams.length;
  return {
    StreamNames: streams.map(({ definition }) => definition.name),
    HasMoreStreams: more,
    ...(more && { NextToken: streams.at(-1)?.definition.name }),
    StreamSummaries: streams.map((stream) => {
      const { StreamName, StreamARN, StreamStatus, StreamModeDetails, StreamCreationTimestamp } =
        described(stream);
      return { StreamName, StreamARN, StreamStatus, StreamModeDetails, StreamCreationTimestamp };
    }),
  };
};

interface ListShardsInput extends OfStream {
  readonly MaxResults?: number;
  readonly ExclusiveStartShardId?: string;
  readonly NextToken?: string;
}

export const listShards: Operation = (
  { store },
  { MaxResults = 1000, ExclusiveStartShardId, NextToken, ...of }: ListShardsInput,
) => {
  // The token names stream and shard: with it a request names neither.
  const [name, shard] = NextToken?.split('|') ?? [];
  const stream = store.of(name === undefined ? of : { StreamName: name });
  const { shards, more } = page(stream.definition.shards, MaxResults, shard ?? ExclusiveStartShardId);
  return {
    Shards: shards.map((one) => shardOf(stream, one)),
    ...(more && { NextToken: `${stream.definition.name}|${shards.at(-1)?.id}` }),
  };
};

export const updateShardCount: Operation = (
  { store, now, changed },
  { TargetShardCount, ...of }: OfStream & { TargetShardCount?: number },
) => {
  const stream = store.of(of);
  const before = stream.openShards.length;
  const { name, arn } = stream.definition;
  stream.reshard(checkCount(TargetShardCount), now);
  changed(name);
  return { StreamName: name, StreamARN: arn, CurrentShardCount: before, TargetShardCount };
};

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_IncreaseStreamRetentionPeriod.html */
export const increaseRetention: Operation = ({ store }, input: OfStream & { RetentionPeriodHours: number }) =>
  setRetention(store.of(input), input.RetentionPeriodHours, (wanted, now) => wanted >= now);

export const decreaseRetention: Operation = ({ store }, input: OfStream & { RetentionPeriodHours: number }) =>
  setRetention(store.of(input), input.RetentionPeriodHours, (wanted, now) => wanted <= now);

function setRetention(stream: Stream, hours: number, fits: (wanted: number, now: number) => boolean): object {
  const { definition } = stream;
  if (!(hours >= 24 && hours <= 8760) || !fits(hours, definition.retentionHours))
    throw invalid(`Retention period ${hours} does not fit: it is ${definition.retentionHours} hours now.`);
  stream.define({ ...definition, retentionHours: hours });
  return {};
}

function checkCount(count: number | undefined): number {
  if (count === undefined || !(count >= 1 && count <= 10_000)) throw invalid(`Invalid shard count ${count}.`);
  return count;
}

function described({ definition }: Stream) {
  return {
    StreamName: definition.name,
    StreamARN: definition.arn,
    StreamStatus: 'ACTIVE',
    StreamModeDetails: { StreamMode: definition.mode },
    RetentionPeriodHours: definition.retentionHours,
    StreamCreationTimestamp: seconds(definition.created),
    EncryptionType: 'NONE',
  };
}

function shardOf(stream: Stream, { id, number, parents, startingHash, endingHash, closed }: Shard): object {
  const [parent, adjacent] = parents;
  const { created } = stream.definition;
  return {
    ShardId: id,
    ...(parent !== undefined && { ParentShardId: parent }),
    ...(adjacent !== undefined && { AdjacentParentShardId: adjacent }),
    HashKeyRange: { StartingHashKey: startingHash, EndingHashKey: endingHash },
    SequenceNumberRange: {
      StartingSequenceNumber: sequenceNumber(created, number, 0),
      ...(closed !== undefined && {
        EndingSequenceNumber: stream.newest(id) ?? sequenceNumber(created, number, 0),
      }),
    },
  };
}

function page(shards: readonly Shard[], limit: number, after: string | undefined) {
  const left = shards.filter(({ id }) => after === undefined || id > after);
  return { shards: left.slice(0, limit), more: left.length > limit };
}
