import type { StreamRecord, StreamSource, StreamSources } from '../stream-source.ts';
import type { KeptRecord } from './shard.ts';
import type { Stream } from './stream.ts';
import type { StreamStore } from './stream-store.ts';

export interface KinesisSourceOptions extends Pick<StreamSources, 'onChange'> {
  readonly store: StreamStore;
  readonly region: string;
  now(): number;
}

/** The streams as mappings read them. */
export function kinesisSources(options: KinesisSourceOptions): StreamSources {
  return {
    async open(name) {
      const stream = options.store.find(name);
      return stream && sourceOf(stream, options);
    },
    onChange: options.onChange,
    settle: async () => false,
  };
}

function sourceOf(stream: Stream, { store, region, now }: KinesisSourceOptions): StreamSource {
  const { name, arn, created } = stream.definition;

  function check(): void {
    if (store.find(name) !== stream) throw new Error(`The stream ${name} was removed.`);
  }

  return {
    arn,
    id: `${arn} ${created}`,
    get retention() {
      return stream.retention;
    },
    async shards() {
      check();
      return stream.definition.shards;
    },
    async read(shard, after, limit) {
      check();
      const records = stream.read(shard, after, limit, now());
      const isClosed = stream.definition.shards.find(({ id }) => id === shard)?.closed !== undefined;
      return {
        records: records.map((record) => streamRecord(record, arn, region)),
        through: records.at(-1)?.sequenceNumber,
        ended: isClosed && records.length < limit,
      };
    },
    newest: async (shard) => stream.newest(shard),
  };
}

/** A record as Lambda's event has it: https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
function streamRecord(record: KeptRecord, arn: string, region: string): StreamRecord {
  const { shard, sequenceNumber, partitionKey, data, arrived, after } = record;
  return {
    sequenceNumber,
    written: arrived,
    group: partitionKey,
    after,
    event: {
      kinesis: {
        kinesisSchemaVersion: '1.0',
        partitionKey,
        sequenceNumber,
        data,
        approximateArrivalTimestamp: arrived / 1000,
      },
      eventSource: 'aws:kinesis',
      eventVersion: '1.0',
      eventID: `${shard}:${sequenceNumber}`,
      eventName: 'aws:kinesis:record',
      awsRegion: region,
      eventSourceARN: arn,
    },
  };
}
