import type {
  StreamPage,
  StreamRecord,
  StreamShard,
  StreamSource,
} from '../../../emulators/stream-source.ts';

/** A stream in memory, which tests write to. */
export interface MemorySource extends StreamSource {
  put(shard: string, record: StreamRecord): void;
  /** No more comes to a shard; others take its place. */
  split(shard: string, children: readonly string[]): void;
  /** The newest record that was read. */
  readonly newestRead: string | undefined;
  /** Makes every call fail, or none any more. */
  fail(error: Error | undefined): void;
}

let made = 0;

export function memorySource(shards: readonly string[] = ['shard-1'], retention = 86_400_000): MemorySource {
  const all = new Map<string, { readonly records: StreamRecord[]; closed: boolean; parents: string[] }>();
  const add = (id: string, parents: string[]) => all.set(id, { records: [], closed: false, parents });
  for (const id of shards) add(id, []);
  let newestRead: string | undefined;
  let failure: Error | undefined;
  const check = () => {
    if (failure) throw failure;
  };

  return {
    arn: 'arn:aws:kinesis:eu-west-1:000000000000:stream/Clicks',
    id: `stream ${++made}`,
    retention,
    async shards(): Promise<readonly StreamShard[]> {
      check();
      return [...all].map(([id, { parents }]) => ({ id, parents }));
    },
    async read(id, after, limit): Promise<StreamPage> {
      check();
      const { records = [], closed = false } = all.get(id) ?? {};
      const from = records.findIndex(({ sequenceNumber }) => sequenceNumber === after) + 1;
      const page = records.slice(from, from + limit);
      newestRead = page.at(-1)?.sequenceNumber ?? newestRead;
      return {
        records: page,
        through: page.at(-1)?.sequenceNumber,
        ended: closed && from + page.length === records.length,
      };
    },
    async newest(id) {
      return all.get(id)?.records.at(-1)?.sequenceNumber;
    },
    get newestRead() {
      return newestRead;
    },
    put: (id, record) => void all.get(id)?.records.push(record),
    split(id, children) {
      const parent = all.get(id);
      if (parent) parent.closed = true;
      for (const child of children) add(child, [id]);
    },
    fail: (error) => {
      failure = error;
    },
  };
}
