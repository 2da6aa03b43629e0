import { createHash } from 'node:crypto';
import { type AppendLog, openLog } from '../../storage/append-log.ts';
import { invalid } from './error.ts';
import { evenShards, holds, type KeptRecord, type Shard, sequenceNumber } from './shard.ts';

/** What is known of a stream besides its records. */
export interface StreamDefinition {
  readonly name: string;
  readonly arn: string;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly mode: 'ON_DEMAND' | 'PROVISIONED';
  readonly retentionHours: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly shards: readonly Shard[];
}

export interface NewRecord {
  readonly partitionKey: string;
  /** Decimal. */
  readonly explicitHashKey?: string | undefined;
  /** Base64. */
  readonly data: string;
  readonly after: readonly string[];
}

type Entry =
  | { readonly define: StreamDefinition }
  /** How many records each shard ever had: a sequence number is never given twice, also where all have expired. */
  | { readonly counts: Readonly<Record<string, number>> }
  | { readonly put: KeptRecord };

/** One stream, with the records of its retention in memory and in a file. */
export class Stream {
  definition: StreamDefinition;
  private readonly records = new Map<string, KeptRecord[]>();
  private readonly counts = new Map<string, number>();
  private readonly log: AppendLog<Entry>;

  /** @param definition of a new stream; without, one is read from the file. */
  constructor(path: string, definition?: StreamDefinition) {
    this.definition = definition as StreamDefinition;
    this.log = openLog<Entry>({
      path,
      read: (entry) => this.take(entry),
      snapshot: () => this.entries(),
    });
  }

  get openShards(): readonly Shard[] {
    return this.definition.shards.filter(({ closed }) => closed === undefined);
  }

  /** Milliseconds. */
  get retention(): number {
    return this.definition.retentionHours * 3_600_000;
  }

  define(definition: StreamDefinition): void {
    this.write({ define: definition });
  }

  /** Closes all shards and opens others in their places. */
  reshard(count: number, now: number): void {
    const { shards } = this.definition;
    const closed = shards.map((shard) => (shard.closed === undefined ? { ...shard, closed: now } : shard));
    const last = Math.max(...shards.map(({ number }) => number));
    const kept = closed.filter((shard) => now - (shard.closed ?? now) < this.retention);
    this.define({
      ...this.definition,
      shards: [...kept, ...evenShards(count, last + 1, this.openShards)],
    });
  }

  put({ partitionKey, explicitHashKey, data, after }: NewRecord, now: number): KeptRecord {
    const hash = explicitHashKey ?? `0x${createHash('md5').update(partitionKey).digest('hex')}`;
    const shard = this.openShards.find((one) => holds(one, BigInt(hash)));
    if (!shard) throw invalid(`Invalid ExplicitHashKey ${explicitHashKey}.`);
    const count = (this.counts.get(shard.id) ?? 0) + 1;
    const record = {
      shard: shard.id,
      sequenceNumber: sequenceNumber(this.definition.created, shard.number, count),
      partitionKey,
      data,
      arrived: now,
      after,
    };
    this.write({ put: record });
    return record;
  }

  /** The records of a shard behind a sequence number that have not expired, the oldest first. */
  read(shard: string, after: string | undefined, limit: number, now: number): readonly KeptRecord[] {
    const kept = this.records.get(shard) ?? [];
    this.expire(kept, now);
    const from = after === undefined ? 0 : firstAfter(kept, BigInt(after));
    return kept.slice(from, from + limit);
  }

  newest(shard: string): string | undefined {
    return this.records.get(shard)?.at(-1)?.sequenceNumber;
  }

  /** The first record of a shard that arrived then or later. */
  arrivedFrom(shard: string, time: number): KeptRecord | undefined {
    return this.records.get(shard)?.find(({ arrived }) => arrived >= time);
  }

  close(): void {
    this.log.close();
  }

  private expire(kept: KeptRecord[], now: number): void {
    let expired = 0;
    while (expired < kept.length && now - (kept[expired] as KeptRecord).arrived > this.retention)
      expired += 1;
    if (expired > 0) kept.splice(0, expired);
  }

  private write(entry: Entry): void {
    this.take(entry);
    this.log.append(entry);
  }

  private take(entry: Entry): void {
    if ('define' in entry) {
      this.definition = entry.define;
      return;
    }
    if ('counts' in entry) {
      for (const [shard, count] of Object.entries(entry.counts)) this.counts.set(shard, count);
      return;
    }
    const { put } = entry;
    const kept = this.records.get(put.shard) ?? [];
    this.records.set(put.shard, kept);
    this.expire(kept, put.arrived);
    kept.push(put);
    this.counts.set(put.shard, Number(put.sequenceNumber.slice(-28)));
  }

  private *entries(): Iterable<Entry> {
    yield { define: this.definition };
    yield { counts: Object.fromEntries(this.counts) };
    for (const kept of this.records.values()) for (const put of kept) yield { put };
  }
}

/** The index of the first record behind a sequence number. */
function firstAfter(kept: readonly KeptRecord[], after: bigint): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (BigInt((kept[middle] as KeptRecord).sequenceNumber) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
