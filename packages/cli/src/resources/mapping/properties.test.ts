import { expect, test } from 'vitest';
import type { Known } from '../known.ts';
import type { MappingModel } from './model.ts';
import { mappingSettings, observedMapping, wantedMapping } from './properties.ts';

const queue: Known<MappingModel> = {
  function: 'arn:f',
  source: 'sqs',
  sourceArn: 'arn:q',
  batchSize: 10,
  filters: [],
  maximumConcurrency: 10,
  reportBatchItemFailures: true,
};
const stream: Known<MappingModel> = {
  function: 'arn:f',
  source: 'dynamodb',
  sourceArn: 'arn:t/stream/1',
  batchSize: 100,
  batchWindow: 1,
  filters: [],
  parallelization: 2,
  startingPosition: 'TRIM_HORIZON',
  retries: 3,
  maxAge: 60,
  bisect: true,
  onFailure: 'arn:failures',
  reportBatchItemFailures: true,
};

test.each([
  [
    'a queue’s mapping, as AWS writes what is not set',
    queue,
    {
      State: 'Enabled',
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 0,
      ScalingConfig: { MaximumConcurrency: 10 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  ],
  [
    'a stream’s mapping that says everything',
    stream,
    { State: 'Creating', ...mappingSettings(stream), StartingPosition: 'TRIM_HORIZON' },
  ],
  [
    'a stream’s mapping that leaves all to AWS',
    {
      ...stream,
      batchWindow: undefined,
      parallelization: undefined,
      retries: undefined,
      maxAge: undefined,
      bisect: undefined,
      onFailure: undefined,
    },
    {
      State: 'Updating',
      BatchSize: 100,
      StartingPosition: 'TRIM_HORIZON',
      ParallelizationFactor: 1,
      MaximumRetryAttempts: -1,
      MaximumRecordAgeInSeconds: -1,
      BisectBatchOnFunctionError: false,
      DestinationConfig: { OnFailure: {} },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  ],
])('%s is as wanted', (_, model, described) => {
  expect(observedMapping(described)).toEqual(wantedMapping(model));
});

test('one that somebody disabled is not as wanted', () => {
  expect(observedMapping({ State: 'Disabled' }).enabled).toBe(false);
  expect(wantedMapping(queue).enabled).toBe(true);
});

test('the order of filters does not matter', () => {
  const Filters = [{ Pattern: '{"b":[1]}' }, { Pattern: '{"a":[1]}' }];
  expect(observedMapping({ FilterCriteria: { Filters } }).filters).toEqual(['{"a":[1]}', '{"b":[1]}']);
});

test('a new mapping names nothing that is empty', () => {
  expect(mappingSettings(queue)).toEqual({
    Enabled: true,
    BatchSize: 10,
    MaximumBatchingWindowInSeconds: 0,
    ScalingConfig: { MaximumConcurrency: 10 },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});

test('an update names what changed, and as empty what is wanted no more', () => {
  const changed = new Set(['filters', 'maximumConcurrency', 'onFailure', 'tags']);
  expect(mappingSettings({ ...queue, maximumConcurrency: undefined }, changed)).toEqual({
    FilterCriteria: { Filters: [] },
    ScalingConfig: {},
    DestinationConfig: { OnFailure: { Destination: '' } },
  });
});
