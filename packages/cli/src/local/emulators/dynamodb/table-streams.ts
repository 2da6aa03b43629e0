import type { LocalTime } from '../../time/local-time.ts';
import type { StreamPage, StreamShard, StreamSource, StreamSources } from '../stream-source.ts';
import { ask, type Call, DynamoDBError, unlessMissing } from './ask.ts';
import { type EngineRecord, isNoChange, streamRecord } from './stream-record.ts';
import type { WriteLog } from './write-log.ts';

/** Milliseconds. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html */
const RETENTION = 24 * 3_600_000;
/** Milliseconds between looks at another engine, which may be written to behind our back. */
const POLL = 1_000;

export interface TableStreamsOptions extends Pick<StreamSources, 'onChange' | 'settle'> {
  readonly call: Call;
  readonly log: WriteLog;
  readonly time: LocalTime;
  readonly region: string;
  /** The engine is ours: whatever writes to it passes through here. */
  readonly isOwn: boolean;
  /** The attribute that holds when an item of a table expires. */
  expiryOf(table: string): string | undefined;
}

/** Tables' streams as the engine has them, with their records as Lambda's events show them. */
export function createTableStreams(options: TableStreamsOptions): StreamSources {
  const { call, log, onChange, settle } = options;
  return {
    onChange,
    settle,
    async open(table) {
      const described = await unlessMissing(
        ask<DescribeTableOutput>(call, 'DescribeTable', { TableName: table }),
      );
      const { LatestStreamArn: arn, StreamSpecification } = described?.Table ?? {};
      if (!StreamSpecification?.StreamEnabled || arn === undefined) return undefined;
      log.follow(table);
      return tableStream(table, arn, options);
    },
  };
}

function tableStream(table: string, arn: string, options: TableStreamsOptions): StreamSource {
  const { call, log, isOwn } = options;

  async function iterator(ShardId: string, after: string | undefined): Promise<string> {
    const from = (position: object) =>
      ask<{ ShardIterator: string }>(call, 'GetShardIterator', { StreamArn: arn, ShardId, ...position });
    const oldest = { ShardIteratorType: 'TRIM_HORIZON' };
    if (after === undefined) return (await from(oldest)).ShardIterator;
    const behind = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
    const { ShardIterator } = await from(behind).catch((error: unknown) => {
      // What comes next has expired, and with it maybe more.
      if (error instanceof DynamoDBError && error.code === 'TrimmedDataAccessException') return from(oldest);
      throw error;
    });
    return ShardIterator;
  }

  async function read(shard: string, after: string | undefined, limit: number): Promise<StreamPage> {
    const mark = log.mark();
    const ShardIterator = await iterator(shard, after);
    const input = { ShardIterator, Limit: Math.min(limit, 1000) };
    const { Records, NextShardIterator } = await ask<GetRecordsOutput>(call, 'GetRecords', input);
    if (Records.length === 0) log.forget(table, mark);
    return {
      records: Records.filter((record) => !isNoChange(record)).map((record) =>
        streamRecord(record, { table, arn, ...options }),
      ),
      through: Records.at(-1)?.dynamodb.SequenceNumber,
      ended: NextShardIterator === undefined,
    };
  }

  return {
    arn,
    // It ends in the time when the stream was switched on.
    id: arn,
    retention: RETENTION,
    ...(!isOwn && { pollEvery: POLL }),
    async shards() {
      const shards: StreamShard[] = [];
      let last: string | undefined;
      do {
        const { StreamDescription }: DescribeStreamOutput = await ask(call, 'DescribeStream', {
          StreamArn: arn,
          ...(last !== undefined && { ExclusiveStartShardId: last }),
        });
        for (const { ShardId, ParentShardId } of StreamDescription.Shards)
          shards.push({ id: ShardId, parents: ParentShardId === undefined ? [] : [ParentShardId] });
        last = StreamDescription.LastEvaluatedShardId;
      } while (last !== undefined);
      return shards;
    },
    read,
    async newest(shard) {
      let newest: string | undefined;
      for (;;) {
        const { through } = await read(shard, newest, 1000);
        if (through === undefined) return newest;
        newest = through;
      }
    },
  };
}

interface DescribeTableOutput {
  readonly Table: {
    readonly LatestStreamArn?: string;
    readonly StreamSpecification?: { readonly StreamEnabled?: boolean };
  };
}
interface DescribeStreamOutput {
  readonly StreamDescription: {
    readonly Shards: readonly { readonly ShardId: string; readonly ParentShardId?: string }[];
    readonly LastEvaluatedShardId?: string;
  };
}
interface GetRecordsOutput {
  readonly Records: readonly EngineRecord[];
  readonly NextShardIterator?: string;
}
