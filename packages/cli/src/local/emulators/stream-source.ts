/** One record of a stream, as mappings see it. */
export interface StreamRecord {
  readonly sequenceNumber: string;
  /** When it was written, by the session's clock: epoch milliseconds. */
  readonly written: number;
  /** What keeps its order where several batches of a shard run at once: the partition key, an item's key. */
  readonly group: string;
  /** As it stands in a function's event. */
  readonly event: object;
  /** The ids of the invocations that wrote it. */
  readonly after: readonly string[];
}

export interface StreamShard {
  readonly id: string;
  /** The shards that it came of: they are read to their ends before it. */
  readonly parents: readonly string[];
}

export interface StreamPage {
  readonly records: readonly StreamRecord[];
  /** The sequence number of the last record that was looked at, one that is left out included; nothing where there was none. */
  readonly through?: string | undefined;
  /** The shard is closed, and this is all that it ever had. */
  readonly ended: boolean;
}

/** A stream that can be read: a table's or one of Kinesis. */
export interface StreamSource {
  readonly arn: string;
  /** Of this very stream: one that is made anew under the same ARN has another. */
  readonly id: string;
  /** Milliseconds that it keeps a record. */
  readonly retention: number;
  /** Milliseconds between looks at it, where nobody tells of its writes. */
  readonly pollEvery?: number | undefined;
  shards(): Promise<readonly StreamShard[]>;
  /** The records after one, the oldest first; from the oldest that there is without `after`. */
  read(shard: string, after: string | undefined, limit: number): Promise<StreamPage>;
  /** The sequence number of the newest record; nothing where there is none. */
  newest(shard: string): Promise<string | undefined>;
}

/** All streams of one service. */
export interface StreamSources {
  /** Nothing where there is no such stream. */
  open(name: string): Promise<StreamSource | undefined>;
  /** Calls the listener after each write and each change of a stream. */
  onChange(listener: (name: string) => void): void;
  /** Makes what is due by the clock, such as the removal of what has expired. */
  settle(): Promise<boolean>;
}
