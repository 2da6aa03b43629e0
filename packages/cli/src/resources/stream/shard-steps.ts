/**
 * The counts of shards on the way from one to another: one call may double them or halve them.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html
 */
export function shardSteps(from: number, to: number): readonly number[] {
  if (from === to || from < 1) return [];
  const next = to > from ? Math.min(to, from * 2) : Math.max(to, Math.ceil(from / 2));
  return [next, ...shardSteps(next, to)];
}
