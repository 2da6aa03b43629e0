import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';
import { ref } from '../value.ts';

const common = {
  function: ref('function:f', 'arn'),
  filters: [],
  batchSize: 10,
  reportBatchItemFailures: true,
};

test('a queue’s mapping has its concurrency, and reports single failures', () => {
  const sourceArn = ref('queue:Jobs', 'arn');
  const model = { ...common, source: 'sqs', sourceArn, batchWindow: 5, maximumConcurrency: 4 } as const;
  expect(propertiesOf('mapping', model)).toEqual({
    FunctionName: ref('function:f', 'arn'),
    EventSourceArn: sourceArn,
    BatchSize: 10,
    MaximumBatchingWindowInSeconds: 5,
    ScalingConfig: { MaximumConcurrency: 4 },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});

test('a stream’s mapping has its position, its retries and where failures go', () => {
  const model = {
    ...common,
    source: 'dynamodb',
    sourceArn: ref('table:T', 'streamArn'),
    filters: [{ eventName: ['INSERT'] }],
    parallelization: 2,
    startingPosition: 'TRIM_HORIZON',
    retries: 3,
    maxAge: 60,
    bisect: true,
    onFailure: ref('queue:fFailures', 'arn'),
  } as const;
  expect(propertiesOf('mapping', model)).toEqual({
    FunctionName: ref('function:f', 'arn'),
    EventSourceArn: ref('table:T', 'streamArn'),
    BatchSize: 10,
    FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
    ParallelizationFactor: 2,
    StartingPosition: 'TRIM_HORIZON',
    MaximumRetryAttempts: 3,
    MaximumRecordAgeInSeconds: 60,
    BisectBatchOnFunctionError: true,
    DestinationConfig: { OnFailure: { Destination: ref('queue:fFailures', 'arn') } },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});
