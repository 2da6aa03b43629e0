import type { StreamShard, StreamSource } from '../../emulators/stream-source.ts';
import type { Invoke } from '../../invocations/invoker.ts';
import type { Targets } from '../../targets/targets.ts';
import type { LocalTime } from '../../time/local-time.ts';
import { causeOf, writersOf } from './cause-of.ts';
import { giveUp } from './give-up.ts';
import type { EventMatcher, StreamMapping } from './mapping.ts';
import type { PositionFile, ShardPosition } from './positions.ts';
import { createShardReader, type ShardReader } from './shard-reader.ts';
import type { StreamNotice } from './stream-notice.ts';

/** Milliseconds before a stream that is not there, or cannot be read, is looked for again. */
const LOOK_AGAIN = 5_000;

/** Brings the records of one stream to one function. */
export interface MappingPoller {
  readonly mapping: StreamMapping;
  /** There may be something new. */
  wake(): void;
  /** The app was built anew. */
  resume(): void;
  settle(): Promise<boolean>;
  close(): Promise<void>;
}

export interface MappingPollerOptions {
  readonly mapping: StreamMapping;
  readonly matches: EventMatcher;
  /** Nothing where there is no such stream. */
  readonly open: () => Promise<StreamSource | undefined>;
  readonly positions: PositionFile;
  readonly time: LocalTime;
  readonly invoke: Invoke;
  readonly targets: Targets;
  readonly tell: (notice: StreamNotice) => void;
}

interface Opened {
  readonly source: StreamSource;
  readonly readers: Map<string, ShardReader>;
  shards: Record<string, ShardPosition>;
}

export function createMappingPoller(options: MappingPollerOptions): MappingPoller {
  const { mapping, matches, positions, time, tell } = options;
  let opened: Opened | undefined;
  let starting: Promise<void> | undefined;
  let isClosed = false;
  /** What keeps it from reading was told. */
  let isTold = false;
  /** Ends of what was read before, and beginnings of what comes after it. */
  let turning: Promise<unknown> = Promise.resolve();
  let disarm = () => {};

  function start(): Promise<void> {
    starting ??= open()
      .catch((error: unknown) => broken(error))
      .finally(() => {
        starting = undefined;
      });
    return starting;
  }

  async function open(): Promise<void> {
    await turning;
    if (opened || isClosed) return;
    const source = await options.open();
    if (!source) {
      tellOnce({ kind: 'stream-missing', function: mapping.function, what: mapping.what });
      lookAgain();
      return;
    }
    const shards = await source.shards();
    const kept = await positions.read();
    const known = kept?.stream === source.id ? kept.shards : await begin(source, shards);
    opened = { source, readers: new Map(), shards: { ...known } };
    save(opened);
    follow(opened, shards);
    poll(opened);
  }

  /** Where a mapping starts that never read this stream; shards that come later are read from their oldest record. */
  async function begin(source: StreamSource, shards: readonly StreamShard[]) {
    const after = async (id: string) =>
      mapping.startingPosition === 'LATEST' ? await source.newest(id) : undefined;
    return Object.fromEntries(
      await Promise.all(shards.map(async ({ id }) => [id, { after: await after(id) }] as const)),
    );
  }

  /** Reads each shard whose parents have been read to their ends. */
  function follow(current: Opened, shards: readonly StreamShard[]): void {
    const isOpen = (id: string) => shards.some((one) => one.id === id) && !current.shards[id]?.ended;
    for (const { id, parents } of shards) {
      if (!isOpen(id) || current.readers.has(id) || parents.some(isOpen)) continue;
      const reader = readerOf(current, id);
      current.readers.set(id, reader);
      reader.wake();
    }
  }

  function readerOf(current: Opened, shard: string): ShardReader {
    const { source } = current;
    return createShardReader({
      source,
      shard,
      after: current.shards[shard]?.after,
      mapping,
      matches,
      time,
      invoke: (event, records) =>
        options.invoke({ function: mapping.function, event, cause: causeOf(mapping, writersOf(records)) }),
      giveUp: (batch) => giveUp(batch, { shard, streamArn: source.arn }, options),
      onRetry: (seconds) => tell({ kind: 'retrying', function: mapping.function, seconds }),
      onProgress(after, ended) {
        isTold = false;
        current.shards[shard] = { after, ...(ended && { ended }) };
        save(current);
        if (ended) turning = turning.then(() => next(current, shard));
      },
      onBroken: (error) => broken(error),
    });
  }

  /** A shard is done: those that came of it may be read, and those that the stream has no more are forgotten. */
  async function next(current: Opened, ended: string): Promise<void> {
    try {
      const shards = await current.source.shards();
      if (opened !== current) return;
      current.readers.delete(ended);
      const ids = new Set(shards.map(({ id }) => id));
      current.shards = Object.fromEntries(Object.entries(current.shards).filter(([id]) => ids.has(id)));
      save(current);
      follow(current, shards);
    } catch (error) {
      broken(error);
    }
  }

  function save({ source, shards }: Opened): void {
    positions.save({ stream: source.id, shards });
  }

  /** The stream cannot be read: its engine may be starting again, or it was removed. */
  function broken(error: unknown): void {
    if (isClosed) return;
    const { function: name, what } = mapping;
    tellOnce({ kind: 'stream-broken', function: name, what, error: String(error) });
    const before = opened;
    turning = turning.then(() => stop(before)).then(positions.saved);
    opened = undefined;
    lookAgain();
  }

  function tellOnce(notice: StreamNotice): void {
    if (!isTold) tell(notice);
    isTold = true;
  }

  function lookAgain(): void {
    disarm();
    disarm = time.after(LOOK_AGAIN, () => void start());
  }

  function poll(current: Opened): void {
    const { pollEvery } = current.source;
    if (pollEvery === undefined) return;
    disarm();
    disarm = time.after(pollEvery, () => {
      if (opened !== current) return;
      for (const reader of current.readers.values()) reader.wake();
      poll(current);
    });
  }

  const stop = (current: Opened | undefined) =>
    Promise.all([...(current?.readers.values() ?? [])].map((reader) => reader.close()));

  void start();
  return {
    mapping,
    wake() {
      if (!opened) void start();
      for (const reader of opened?.readers.values() ?? []) reader.wake();
    },
    resume() {
      if (!opened) void start();
      for (const reader of opened?.readers.values() ?? []) reader.resume();
    },
    async settle() {
      await start();
      const readers = [...(opened?.readers.values() ?? [])];
      const worked = await Promise.all(readers.map((reader) => reader.settle()));
      await turning;
      return worked.includes(true);
    },
    async close() {
      isClosed = true;
      disarm();
      await starting;
      await turning;
      await stop(opened);
      await positions.saved();
    },
  };
}
