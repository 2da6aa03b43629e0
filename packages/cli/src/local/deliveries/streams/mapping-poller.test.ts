import { expect, test } from 'vitest';
import type { StreamMapping } from './mapping.ts';
import { memorySource } from './testing/memory-source.ts';
import { type Answer, polled, reports, throwsAt } from './testing/polled.ts';

interface Row {
  readonly name: string;
  readonly mapping?: Partial<StreamMapping>;
  readonly answer?: Answer;
  /** Second and records of each call. */
  readonly batches: string;
  /** What the destination is told of: records, and how often they were tried. */
  readonly gaveUp?: readonly string[];
}

const BISECT = { bisect: true };

/**
 * Six records, `a` to `f`, that are there at once, for two minutes.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
const rows: readonly Row[] = [
  { name: 'all go in one batch', batches: '0 abcdef' },
  { name: 'batches are no larger than said', mapping: { batchSize: 4 }, batches: '0 abcd, 0 ef' },
  {
    name: 'a batch that fails is tried again as it is, later each time, and then given up; what is behind it waits',
    mapping: { batchSize: 3 },
    answer: throwsAt('b'),
    batches: '0 abc, 1 abc, 3 abc, 7 abc, 7 def',
    gaveUp: ['a..c 4'],
  },
  {
    name: 'what succeeds at last goes on',
    mapping: { batchSize: 3 },
    answer: (_, call) => {
      if (call < 3) throw new Error('not yet');
    },
    batches: '0 abc, 1 abc, 3 abc, 3 def',
  },
  {
    name: 'no retries: given up at once',
    mapping: { retries: 0 },
    answer: throwsAt('a'),
    batches: '0 abcdef',
    gaveUp: ['a..f 1'],
  },
  {
    name: 'without a limit it is tried for ever, a minute apart at most',
    mapping: { retries: -1, batchSize: 3 },
    answer: throwsAt('b'),
    batches: '0 abc, 1 abc, 3 abc, 7 abc, 15 abc, 31 abc, 63 abc',
  },
  {
    name: 'a batch that fails as a whole is halved until the record is alone; splitting is no retry',
    mapping: BISECT,
    answer: throwsAt('e'),
    batches: '0 abcdef, 0 abc, 0 def, 0 de, 0 d, 0 e, 1 e, 3 e, 7 e, 7 f',
    gaveUp: ['e..e 4'],
  },
  {
    name: 'a reported record is gone on from',
    answer: reports('d'),
    batches: '0 abcdef, 1 def, 3 def, 7 def',
    gaveUp: ['d..f 4'],
  },
  {
    name: 'a batch is cut at a reported record; cutting is no retry',
    mapping: BISECT,
    answer: reports('d'),
    batches: '0 abcdef, 0 def, 1 def, 3 def, 7 def',
    gaveUp: ['d..f 4'],
  },
  {
    name: 'of several reported records the first counts',
    mapping: { retries: 0 },
    answer: () => ({ batchItemFailures: [{ itemIdentifier: 'e' }, { itemIdentifier: 'c' }] }),
    batches: '0 abcdef',
    gaveUp: ['c..f 1'],
  },
  ...[null, {}, { batchItemFailures: null }, { batchItemFailures: [] }].map((answer) => ({
    name: `the answer ${JSON.stringify(answer)} is success`,
    answer: () => answer,
    batches: '0 abcdef',
  })),
  ...[
    'done',
    7,
    { batchItemFailures: 'a' },
    { batchItemFailures: [{ itemIdentifier: '' }] },
    { batchItemFailures: [{ itemIdentifier: null }] },
    { batchItemFailures: [{ id: 'c' }] },
    { batchItemFailures: [null] },
    { batchItemFailures: [{ itemIdentifier: 'c' }, { itemIdentifier: 'z' }] },
  ].map((answer) => ({
    name: `the answer ${JSON.stringify(answer)} is a failure of the whole batch`,
    mapping: { retries: 0 },
    answer: () => answer,
    batches: '0 abcdef',
    gaveUp: ['a..f 1'],
  })),
];

test.each(rows)('$name', async ({ mapping, answer, batches, gaveUp = [] }) => {
  const run = await polled({ ...(mapping && { mapping }), ...(answer && { answer }) });
  run.put('abcdef');
  await run.pass(120);
  expect(run.batches()).toBe(batches);
  const told = run.sent.map(({ batch }) => {
    const { startSequenceNumber, endSequenceNumber } = batch.KinesisBatchInfo as Record<string, string>;
    const { approximateInvokeCount } = batch.requestContext as Record<string, number>;
    return `${startSequenceNumber}..${endSequenceNumber} ${approximateInvokeCount}`;
  });
  expect(told).toEqual(gaveUp);
});

test('a batch waits for its window, unless it is full or somebody waits for all', async () => {
  const run = await polled({ mapping: { batchSize: 3, batchWindow: 10 } });
  const putAndPass = async (names: string, seconds: number) => {
    run.put(names);
    run.poller.wake();
    await expect.poll(() => run.source.newestRead).toBe(names.at(-1));
    for (let second = 0; second < seconds; second += 1) await run.time.advance(1000);
  };
  await putAndPass('a', 4);
  await putAndPass('b', 20);
  expect(run.batches()).toBe('10 ab');
  await putAndPass('cdef', 1);
  expect(run.batches()).toBe('10 ab, 24 cde');
  await run.poller.settle();
  expect(run.batches()).toBe('10 ab, 24 cde, 25 f');
});

test('records that do not fit the filters are skipped, and not read again', async () => {
  const matches = (event: object) => 'bd'.includes((event as { name: string }).name);
  const run = await polled({ matches });
  run.put('abcde');
  await run.poller.settle();
  expect(run.batches()).toBe('0 bd');
  await run.close();
  const again = await polled({ source: run.source, folder: run.folder });
  again.put('f');
  await again.poller.settle();
  expect(again.batches()).toBe('0 f');
});

test('records that are too old are given up without a call, and the rest is not', async () => {
  const run = await polled({ mapping: { maxAge: 60 } });
  run.put('ab', { age: 61 });
  run.put('c');
  await run.poller.settle();
  expect(run.batches()).toBe('0 c');
  expect(run.sent[0]?.batch).toMatchObject({
    requestContext: { condition: 'RecordAgeExceeded', approximateInvokeCount: 0 },
    KinesisBatchInfo: { startSequenceNumber: 'a', endSequenceNumber: 'b', batchSize: 2 },
  });
  expect(run.sent[0]?.batch).not.toHaveProperty('responseContext');
});

test('what is tried becomes too old in the meantime', async () => {
  const run = await polled({ mapping: { retries: -1, maxAge: 60 }, answer: throwsAt('a') });
  run.put('a');
  await run.pass(120);
  expect(run.batches()).toBe('0 a, 1 a, 3 a, 7 a, 15 a, 31 a');
  expect(run.sent.map(({ batch }) => batch.requestContext)).toMatchObject([
    { condition: 'RecordAgeExceeded', approximateInvokeCount: 6, requestId: 'request-6' },
  ]);
});

test('a record is tried no longer than the stream keeps it', async () => {
  const source = memorySource(['shard-1'], 5_000);
  const run = await polled({ source, mapping: { retries: -1, onFailure: undefined }, answer: throwsAt('a') });
  run.put('a');
  await run.pass(20);
  expect(run.batches()).toBe('0 a, 1 a, 3 a');
});

test('several batches of a shard run at once, each with the records of its own keys in their order', async () => {
  let running = 0;
  let most = 0;
  const run = await polled({
    mapping: { parallelization: 4, batchSize: 2 },
    answer: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    },
  });
  for (const [index, name] of [...'abcdefghijkl'].entries()) run.put(name, { group: `key-${index % 3}` });
  await run.poller.settle();
  expect(most).toBeGreaterThan(1);
  const order = run.calls.flatMap(({ names }) => names);
  for (const group of ['adgj', 'behk', 'cfil'])
    expect(order.filter((name) => group.includes(name)).join('')).toBe(group);
});

test('a restart goes on behind what is done, also where several batches ran at once', async () => {
  const answer = throwsAt('a');
  const run = await polled({ mapping: { parallelization: 10, retries: -1 }, answer });
  for (const [index, name] of [...'abcdef'].entries()) run.put(name, { group: `key-${index}` });
  await run.poller.settle();
  await run.close();
  // `a` still fails: what came after it may come again, and nothing may be lost.
  const again = await polled({ source: run.source, folder: run.folder });
  await again.poller.settle();
  expect(again.calls.flatMap(({ names }) => names)).toContain('a');
  await again.close();
  const third = await polled({ source: run.source, folder: run.folder });
  await third.poller.settle();
  expect(third.calls).toEqual([]);
});

test('a new mapping starts at the oldest record or behind the newest, and remembers where', async () => {
  const source = memorySource();
  const before = await polled({ source });
  before.put('ab');
  const run = await polled({ source, mapping: { startingPosition: 'LATEST' } });
  await run.poller.settle();
  expect(run.calls).toEqual([]);
  await run.close();
  before.put('c');
  const again = await polled({ source, folder: run.folder, mapping: { startingPosition: 'LATEST' } });
  await again.poller.settle();
  expect(again.batches()).toBe('0 c');
});

test('a stream that is made anew under the same name is read from its own beginning', async () => {
  const first = await polled();
  first.put('ab');
  first.source.split('shard-1', []);
  await first.poller.settle();
  await first.close();
  const second = await polled({ source: memorySource(), folder: first.folder });
  second.put('cd');
  await second.poller.settle();
  expect(second.batches()).toBe('0 cd');
});

test('shards are read side by side, and children after their parents and from their oldest record', async () => {
  const source = memorySource(['shard-1', 'shard-2']);
  const run = await polled({ source, mapping: { startingPosition: 'LATEST', batchSize: 2 } });
  await run.poller.settle();
  run.put('abc');
  run.put('x', { shard: 'shard-2' });
  source.split('shard-1', ['shard-3', 'shard-4']);
  run.put('d', { shard: 'shard-3' });
  run.put('e', { shard: 'shard-4' });
  while (await run.poller.settle());
  const order = run.calls.map(({ names }) => names.join(''));
  expect(order.toSorted()).toEqual(['ab', 'c', 'd', 'e', 'x']);
  expect(order.indexOf('c')).toBeLessThan(order.indexOf('d'));
  await run.close();
  const again = await polled({ source, folder: run.folder });
  await again.poller.settle();
  expect(again.calls).toEqual([]);
});

test('a stream that is not there is waited for, and said once', async () => {
  const source = memorySource();
  let isThere = false;
  const run = await polled({ source, open: async () => (isThere ? source : undefined) });
  run.put('a');
  await run.pass(20);
  expect(run.notices).toEqual([{ kind: 'stream-missing', function: 'onClick', what: 'stream Clicks' }]);
  isThere = true;
  await run.pass(10);
  expect(run.calls).toHaveLength(1);
});

test('a stream whose writes nobody tells of is looked at again and again', async () => {
  const source = { ...memorySource(), pollEvery: 60_000 };
  const run = await polled({ source });
  run.put('a');
  await run.poller.settle();
  run.put('b');
  await run.time.advance(30_000);
  expect(run.batches()).toBe('0 a');
  await run.time.advance(30_000);
  await expect.poll(() => run.batches()).toBe('0 a, 60 b');
});

test('a stream that can not be read is tried again, and nothing is lost', async () => {
  const source = memorySource();
  const run = await polled({ source });
  run.put('a');
  await run.poller.settle();
  source.fail(new Error('connect ECONNREFUSED'));
  run.put('b');
  await run.pass(10);
  expect(run.notices).toMatchObject([{ kind: 'stream-broken', error: 'Error: connect ECONNREFUSED' }]);
  source.fail(undefined);
  await run.pass(10);
  expect(run.calls.map(({ names }) => names.join(''))).toEqual(['a', 'b']);
});

test('an app that can not be called costs no try; its next build gets the records', async () => {
  let isBroken = true;
  const run = await polled({
    mapping: { retries: 0 },
    answer: () => {
      // What `invoke` rejects with is no failure of the function.
      if (isBroken) throw new TypeError('APP_SYNTAX');
    },
  });
  run.put('a');
  await run.pass(10);
  expect(run.sent).toEqual([]);
  isBroken = false;
  run.poller.resume();
  await run.poller.settle();
  expect(run.calls).toHaveLength(2);
});

test('a run says which invocations wrote its records, and a failure which run gave up', async () => {
  const run = await polled({ mapping: { retries: 0 }, answer: throwsAt('b') });
  run.put('ab');
  await run.poller.settle();
  expect(run.requests[0]?.cause).toEqual({ by: 'kinesis', what: 'stream Clicks', after: ['by-a', 'by-b'] });
  expect(run.sent[0]).toMatchObject({
    to: 'arn:aws:sqs:eu-west-1:000000000000:clicks-local-onClickFailures',
    cause: { by: 'kinesis', after: ['request-1'] },
  });
  expect(run.notices).toMatchObject([{ kind: 'gave-up', records: 2, condition: 'RetryAttemptsExhausted' }]);
});

test('a destination that takes nothing is said, and the shard goes on', async () => {
  const onFailure = 'arn:aws:sns:eu-west-1:000000000000:Failures';
  const run = await polled({ mapping: { retries: 0, batchSize: 1, onFailure }, answer: throwsAt('a') });
  run.put('ab');
  await run.poller.settle();
  expect(run.batches()).toBe('0 a, 0 b');
  expect(run.notices).toMatchObject([{ kind: 'gave-up', refused: expect.stringContaining(onFailure) }]);
});

test('an event is never larger than Lambda takes', async () => {
  const run = await polled();
  const event = (name: string) => ({ name, data: 'x'.repeat(2.5 * 1024 * 1024) });
  for (const name of 'abc')
    run.source.put('shard-1', {
      sequenceNumber: name,
      written: run.time.now(),
      group: 'a',
      event: event(name),
      after: [],
    });
  await run.poller.settle();
  expect(run.batches()).toBe('0 ab, 0 c');
});
