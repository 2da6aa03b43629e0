/** Hash keys go from 0 to this: those of MD5. */
const LAST_HASH = 2n ** 128n - 1n;

/** One shard of a stream: the records whose partition keys' hashes are in its range. */
export interface Shard {
  /** `shardId-000000000000`. */
  readonly id: string;
  readonly number: number;
  readonly parents: readonly string[];
  /** Decimal, as AWS writes them. */
  readonly startingHash: string;
  readonly endingHash: string;
  /** Epoch milliseconds when it was closed: nothing comes to it any more. */
  readonly closed?: number | undefined;
}

export interface KeptRecord {
  readonly shard: string;
  readonly sequenceNumber: string;
  readonly partitionKey: string;
  /** Base64. */
  readonly data: string;
  /** Epoch milliseconds. */
  readonly arrived: number;
  /** The ids of the invocations that put it. */
  readonly after: readonly string[];
}

/** Shards that share all hash keys evenly. */
export function evenShards(count: number, first: number, open: readonly Shard[]): readonly Shard[] {
  const size = (LAST_HASH + 1n) / BigInt(count);
  return Array.from({ length: count }, (_, index) => {
    const start = size * BigInt(index);
    const end = index === count - 1 ? LAST_HASH : start + size - 1n;
    const number = first + index;
    return {
      id: `shardId-${String(number).padStart(12, '0')}`,
      number,
      parents: open
        .filter((one) => start <= BigInt(one.endingHash) && end >= BigInt(one.startingHash))
        .map(({ id }) => id),
      startingHash: String(start),
      endingHash: String(end),
    };
  });
}

export const holds = ({ startingHash, endingHash }: Shard, hash: bigint): boolean =>
  hash >= BigInt(startingHash) && hash <= BigInt(endingHash);

/**
 * Of 56 digits as AWS's, and larger with every record of a shard and with every shard: when the stream was made, the shard, a count.
 */
export function sequenceNumber(created: number, shard: number, count: number): string {
  return `496${String(created).padStart(13, '0')}${String(shard).padStart(12, '0')}${String(count).padStart(28, '0')}`;
}
