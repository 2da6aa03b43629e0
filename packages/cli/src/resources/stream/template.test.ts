import { expect, test } from 'vitest';
import { rendered } from '../testing/rendered.ts';

test.each([
  [undefined, { Name: 's', StreamModeDetails: { StreamMode: 'ON_DEMAND' } }],
  [2, { Name: 's', ShardCount: 2, StreamModeDetails: { StreamMode: 'PROVISIONED' } }],
])('a stream of %s shards is kept whatever happens to the stack', (shards, Properties) => {
  expect(rendered('stream', { physicalName: 's', shards })).toEqual({
    Thing: {
      Type: 'AWS::Kinesis::Stream',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties,
    },
  });
});
