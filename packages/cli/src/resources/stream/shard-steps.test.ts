import { expect, test } from 'vitest';
import { shardSteps } from './shard-steps.ts';

test.each([
  [2, 2, []],
  [2, 3, [3]],
  [1, 8, [2, 4, 8]],
  [3, 10, [6, 10]],
  [7, 1, [4, 2, 1]],
])('from %i to %i shards by at most doubling or halving', (from, to, steps) => {
  expect(shardSteps(from, to)).toEqual(steps);
});
