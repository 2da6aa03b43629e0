import { describe, expect, test } from 'vitest';
import type { App } from '../index.ts';
import type { KinesisEachOptions } from '../sources/kinesis.ts';
import type { SqsEachOptions } from '../sources/sqs.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

const onQueue =
  (options: SqsEachOptions<string>, fifo = false) =>
  (app: App) =>
    app.onSqsMessage(app.queue('Jobs', { fifo }), { name: 'work', ...options }, () => 1);

const onStream = (options: KinesisEachOptions<string>) => (app: App) =>
  app.onKinesisRecord(app.stream('Clicks'), { name: 'work', ...options }, () => 1);

describe('a queue', () => {
  test.each<[SqsEachOptions<string>, string[]]>([
    [{}, []],
    [{ batchSize: 10 }, []],
    [{ batchSize: 11 }, ['SQS_BATCH_WITHOUT_WINDOW']],
    [{ batchSize: 11, batchWindow: 0 }, ['SQS_BATCH_WITHOUT_WINDOW']],
    [{ batchSize: 10_000, batchWindow: 300, concurrency: 1000 }, []],
    [{ batchSize: 0 }, ['OPTION_BOUNDS']],
    [
      { batchSize: 10_001, batchWindow: 301, concurrency: 1 },
      ['OPTION_BOUNDS', 'OPTION_BOUNDS', 'OPTION_BOUNDS'],
    ],
    [{ batchSize: 2.5 }, ['OPTION_BOUNDS']],
    [{ batchSize: Number.NaN }, ['OPTION_BOUNDS']],
  ])('with %j gives %j', (options, codes) => {
    expect(codesOf(onQueue(options))).toEqual(codes);
  });

  test.each<[SqsEachOptions<string>, string[]]>([
    [{ batchSize: 10 }, []],
    [{ batchSize: 11 }, ['SQS_FIFO_BATCH']],
    [{ batchSize: 11, batchWindow: 1 }, ['SQS_FIFO_BATCH', 'SQS_FIFO_WINDOW']],
    [{ batchWindow: 0 }, []],
  ])('that is FIFO with %j gives %j', (options, codes) => {
    expect(codesOf(onQueue(options, true))).toEqual(codes);
  });

  test('that is there already is FIFO by its name', () => {
    expect(codesOf((app) => app.onSqsMessage('jobs.fifo', { name: 'work', batchSize: 11 }, () => 1))).toEqual(
      ['SQS_FIFO_BATCH'],
    );
  });
});

test.each<[KinesisEachOptions<string>, string[]]>([
  [{ batchSize: 10_000, batchWindow: 300, concurrency: 10, retries: 10_000, maxAge: 604_800 }, []],
  [{ retries: -1, maxAge: -1 }, []],
  [{ retries: 0, maxAge: 60 }, []],
  [{ batchSize: 10_001 }, ['OPTION_BOUNDS']],
  [{ concurrency: 11 }, ['OPTION_BOUNDS']],
  [{ retries: -2 }, ['OPTION_BOUNDS']],
  [{ maxAge: 59 }, ['OPTION_BOUNDS']],
  [{ onFailure: 'block' }, []],
  [{ onFailure: 'block', retries: 3 }, ['STREAM_BLOCK_LIMITED']],
  [{ onFailure: 'block', maxAge: 60 }, ['STREAM_BLOCK_LIMITED']],
])('a stream with %j gives %j', (options, codes) => {
  expect(codesOf(onStream(options))).toEqual(codes);
});

test('a table has the bounds of a stream', () => {
  const declare = (app: App) => app.onDynamoDBRecord('users', { name: 'work', retries: 10_001 }, () => 1);
  expect(codesOf(declare)).toEqual(['OPTION_BOUNDS']);
});

test.each([
  [{ memory: 128, timeout: 900, reservedConcurrency: 0 }, []],
  [{ memory: 127 }, ['OPTION_BOUNDS']],
  [{ memory: 10_241 }, ['OPTION_BOUNDS']],
  [{ timeout: 0 }, ['OPTION_BOUNDS']],
  [{ timeout: 901 }, ['OPTION_BOUNDS']],
  [{ timeout: 1.5 }, ['OPTION_BOUNDS']],
  [{ reservedConcurrency: -1 }, ['OPTION_BOUNDS']],
  [{ permissions: [{ actions: [], resources: ['*'] }] }, ['PERMISSION_EMPTY']],
  [{ description: 'x'.repeat(256) }, []],
  [{ description: 'x'.repeat(257) }, ['DESCRIPTION_TOO_LONG']],
  [{ permissions: [{ actions: ['s3:GetObject'], resources: [] }] }, ['PERMISSION_EMPTY']],
])('a function with %j gives %j', (settings, codes) => {
  expect(codesOf((app) => app.lambda({ name: 'work', ...settings }, () => 1))).toEqual(codes);
});

test('a number out of its bounds is told with its bounds', () => {
  expect(problemsOf(onStream({ retries: -2 }))).toMatchObject([
    {
      message: "'retries' is -2, which AWS does not take.",
      remedy: 'Write a whole number from 0 to 10,000, or -1.',
    },
  ]);
});
