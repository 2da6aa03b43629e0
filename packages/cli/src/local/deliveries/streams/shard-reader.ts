import { createHash } from 'node:crypto';
import type { StreamRecord, StreamSource } from '../../emulators/stream-source.ts';
import { createLane, type Lane, type LaneOptions } from './lane.ts';
import type { EventMatcher } from './mapping.ts';

/** Reads one shard for one mapping, and knows how far that has come. */
export interface ShardReader {
  /** There may be something new. */
  wake(): void;
  resume(): void;
  settle(): Promise<boolean>;
  close(): Promise<void>;
}

export interface ShardReaderOptions extends Omit<LaneOptions, 'done' | 'retention'> {
  readonly source: StreamSource;
  readonly shard: string;
  /** The last record that is done. */
  readonly after: string | undefined;
  readonly matches: EventMatcher;
  /** Told how far the shard is done without a gap, and whether that is all of it. */
  onProgress(after: string | undefined, ended: boolean): void;
  /** The source cannot be read. */
  onBroken(error: unknown): void;
}

export function createShardReader(options: ShardReaderOptions): ShardReader {
  const { source, shard, matches, mapping } = options;
  const most = mapping.batchSize * mapping.parallelization;
  /** What was read and is not done without a gap, in its order, and whether it is done itself. */
  const open = new Map<string, boolean>();
  let cursor = options.after;
  let position = options.after;
  let hasEnded = false;
  let closed = false;
  let reading: Promise<boolean> | undefined;
  let isAskedAgain = false;
  let isFull = false;

  const laneOptions = { ...options, retention: source.retention, done };
  const lanes: readonly Lane[] = Array.from({ length: mapping.parallelization }, () =>
    createLane(laneOptions),
  );

  function laneOf({ group }: StreamRecord): Lane {
    const hash = createHash('md5').update(group).digest().readUInt32BE(0);
    return lanes[hash % lanes.length] as Lane;
  }

  function done(records: readonly StreamRecord[]): void {
    for (const { sequenceNumber } of records) open.set(sequenceNumber, true);
    advance();
    if (isFull) wake();
  }

  function advance(): void {
    const before = position;
    for (const [sequenceNumber, isDone] of open) {
      if (!isDone) break;
      open.delete(sequenceNumber);
      position = sequenceNumber;
    }
    const all = hasEnded && open.size === 0;
    if (position !== before || all) options.onProgress(position, all);
  }

  /** Reads until there is nothing new, or as much waits as can be called at once. */
  async function fill(): Promise<boolean> {
    let found = false;
    do {
      isAskedAgain = false;
      for (;;) {
        const room = most - lanes.reduce((sum, { waiting }) => sum + waiting, 0);
        isFull = room <= 0;
        if (closed || hasEnded || isFull) break;
        const page = await source.read(shard, cursor, Math.min(room, 1000));
        for (const record of page.records) take(record);
        cursor = page.through ?? cursor;
        hasEnded = page.ended;
        advance();
        for (const lane of lanes) lane.wake();
        if (page.through === undefined) break;
        found = true;
      }
    } while (isAskedAgain);
    return found;
  }

  function take(record: StreamRecord): void {
    const isWanted = matches(record.event);
    open.set(record.sequenceNumber, !isWanted);
    if (isWanted) laneOf(record).add(record);
  }

  async function read(): Promise<boolean> {
    isAskedAgain = true;
    reading ??= fill()
      .catch((error: unknown) => {
        if (!closed) options.onBroken(error);
        return false;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  function wake(): void {
    if (!closed) void read();
  }

  return {
    wake,
    resume() {
      for (const lane of lanes) lane.resume();
      wake();
    },
    async settle() {
      let worked = false;
      for (;;) {
        const found = await read();
        const ran = await Promise.all(lanes.map((lane) => lane.settle()));
        if (!found && !ran.includes(true)) return worked;
        worked = true;
      }
    },
    async close() {
      closed = true;
      await Promise.all([reading, ...lanes.map((lane) => lane.close())]);
    },
  };
}
