import { expect, test } from 'vitest';
import { type Answer, polledQueue } from './testing/polled-queue.ts';

/** An answer that names messages by these ids as failed. */
const reports = (...identifiers: unknown[]) => ({
  batchItemFailures: identifiers.map((itemIdentifier) => ({ itemIdentifier })),
});
const throwsAt =
  (bad: string): Answer =>
  (bodies) => {
    if (bodies.includes(bad)) throw new Error('no');
  };

test('messages come in batches of at most the batch size, and are deleted when they are done', async () => {
  const { send, poller, batches, left } = await polledQueue({ mapping: { batchSize: 2, concurrency: 1 } });
  await send('a', 'b', 'c');
  expect(await poller.settle()).toBe(true);
  expect(batches).toEqual([['a', 'b'], ['c']]);
  expect(left()).toEqual([]);
  expect(await poller.settle()).toBe(false);
});

test('as many batches run at once as the mapping allows, and no more', async () => {
  const { send, poller, mostAtOnce } = await polledQueue({ mapping: { batchSize: 1, concurrency: 3 } });
  await send(...'abcdefgh');
  await poller.settle();
  expect(mostAtOnce()).toBe(3);
});

test('a message that is sent is handed over by itself, and one that is delayed when its time has come', async () => {
  const { send, batches, time } = await polledQueue({ attributes: { DelaySeconds: '30' } });
  await send('late');
  await time.advance(29_000);
  expect(batches).toEqual([]);
  await time.advance(2000);
  await expect.poll(() => batches).toEqual([['late']]);
});

test('a batch that is not full waits for its window, and a full one does not', async () => {
  const { send, batches, time } = await polledQueue({ mapping: { batchSize: 3, batchWindow: 5 } });
  await send('a');
  await time.advance(3000);
  await send('b');
  await time.advance(1000);
  expect(batches).toEqual([]);
  await time.advance(1000);
  expect(batches).toEqual([['a', 'b']]);
  await send('c', 'd', 'e', 'f');
  await time.advance(0);
  expect(batches).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ]);
});

test('no event is larger than Lambda takes', async () => {
  const { send, poller, requests } = await polledQueue({ mapping: { batchSize: 100, concurrency: 1 } });
  await send(...[...'abcdefgh'].map((letter) => letter + '"'.repeat(500_000)));
  await poller.settle();
  expect(requests.map(({ event }) => JSON.parse(event).Records.length)).toEqual([6, 2]);
  for (const { event } of requests) expect(Buffer.byteLength(event)).toBeLessThan(6_291_556);
});

test('a function that fails gets its whole batch again after the visibility timeout, and at last the dead letter queue does', async () => {
  const queue = await polledQueue({ answer: throwsAt('bad') });
  await queue.send('good', 'bad');
  await queue.pass(59);
  expect(queue.batches).toEqual([['good', 'bad']]);
  await queue.pass(2);
  expect(queue.batches).toHaveLength(2);
  expect(queue.retries).toEqual([60, expect.any(Number)]);
  await queue.pass(61);
  expect(queue.batches).toHaveLength(3);
  expect(queue.retries).toHaveLength(2);
  await queue.pass(61);
  expect(queue.batches).toHaveLength(3);
  expect([queue.left(), queue.dead()]).toEqual([[], ['good', 'bad']]);
});

test('of a batch whose failures are reported only those come again', async () => {
  const queue = await polledQueue({
    answer: (_, call) => {
      const { Records } = JSON.parse(queue.requests[call - 1]?.event ?? '');
      return call === 1 ? reports(Records[1].messageId) : undefined;
    },
  });
  await queue.send('a', 'b', 'c');
  await queue.pass(61);
  expect(queue.batches).toEqual([['a', 'b', 'c'], ['b']]);
  expect(queue.left()).toEqual([]);
});

test('a report of what was not in the batch fails all of it', async () => {
  const queue = await polledQueue({ answer: (_, call) => (call === 1 ? reports('nobody') : undefined) });
  await queue.send('a', 'b');
  await queue.pass(61);
  expect(queue.batches).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('what fits no filter is deleted and reaches no function', async () => {
  const filters = [{ body: { kind: ['a'] } }];
  const { send, poller, batches, left } = await polledQueue({ mapping: { filters, batchSize: 2 } });
  await send('{"kind":"b"}', '{"kind":"b","n":2}', '{"kind":"a"}', 'text');
  await poller.settle();
  expect(batches).toEqual([['{"kind":"a"}']]);
  expect(left()).toEqual([]);
});

// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html: one batch of a group at a time
test('a group of a FIFO queue comes in order, one batch at a time, and others go on beside it', async () => {
  const queue = await polledQueue({ fifo: true, mapping: { batchSize: 2 } });
  await queue.send('a1', 'a2', 'a3', 'b1');
  await queue.poller.settle();
  expect(queue.batches[0]).toEqual(['a1', 'a2']);
  expect(queue.batches.flat().filter((body) => body.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(queue.batches.flat()).toContain('b1');
  expect(queue.mostAtOnce()).toBe(2);
});

test('a FIFO group waits for one that failed, and goes on behind it when that is dead', async () => {
  const queue = await polledQueue({
    fifo: true,
    mapping: { batchSize: 1 },
    answer: throwsAt('a1'),
  });
  await queue.send('a1', 'a2', 'b1');
  for (const _ of [1, 2, 3]) await queue.pass(61);
  expect(queue.batches.filter(([body]) => body === 'a1')).toHaveLength(3);
  expect(queue.batches.flat().slice(-1)).toEqual(['a2']);
  expect(queue.batches.flat().indexOf('b1')).toBeLessThan(3);
  expect(queue.dead()).toEqual(['a1']);
});

test('the event is the one that Lambda gives, and the run knows which ones sent its messages', async () => {
  const { send, poller, requests, time } = await polledQueue({ fifo: true });
  const before = time.now();
  await send('a1', 'a2');
  await poller.settle();
  expect(requests[0]?.cause).toEqual({ by: 'sqs', what: 'queue Jobs', after: ['by-a1', 'by-a2'] });
  const [record] = JSON.parse(requests[0]?.event ?? '').Records;
  expect(record).toEqual({
    messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    receiptHandle: expect.any(String),
    body: 'a1',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: expect.stringMatching(/^\d{13}$/),
      SequenceNumber: expect.stringMatching(/^\d{20}$/),
      MessageGroupId: 'a',
      SenderId: 'AIDALOCAL:lambda',
      MessageDeduplicationId: 'a1',
      ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
    },
    messageAttributes: {},
    md5OfBody: '8a8bb7cd343aa2ad99b7d762030857a2',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:000000000000:jobs.fifo',
    awsRegion: 'eu-west-1',
  });
  expect(Number(record.attributes.SentTimestamp)).toBeGreaterThanOrEqual(before);
});

test('while the app can not be built nothing is received, and no receive is counted', async () => {
  let isBroken = true;
  const queue = await polledQueue({
    answer: () => {
      // As a build that failed: not a failed run.
      if (isBroken) throw new TypeError('no app');
    },
  });
  await queue.send('a');
  await queue.poller.settle();
  await queue.send('b');
  await queue.poller.settle();
  expect(queue.batches).toEqual([['a']]);
  isBroken = false;
  queue.poller.resume();
  await queue.poller.settle();
  expect(queue.batches).toEqual([['a'], ['a', 'b']]);
  const counts = JSON.parse(queue.requests[1]?.event ?? '').Records.map(
    (record: { attributes: Record<string, string> }) => record.attributes.ApproximateReceiveCount,
  );
  expect(counts).toEqual(['1', '1']);
});

test('what waits for a window is given back when the mapping ends', async () => {
  const { send, poller, time, left, batches } = await polledQueue({ mapping: { batchWindow: 5 } });
  await send('a');
  await time.advance(1000);
  poller.stop();
  await time.advance(10_000);
  expect([left(), batches]).toEqual([['a'], []]);
});
