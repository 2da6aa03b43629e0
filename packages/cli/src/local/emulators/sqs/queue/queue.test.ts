import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLocalTime } from '../../../time/local-time.ts';
import type { MessageDraft, Received } from './message.ts';
import { Queue } from './queue.ts';

/** Queues by name that know each other, on a clock of their own. */
function makeQueues(wanted: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const folder = mkdtempSync(join(tmpdir(), 'tankard-queue-'));
  const time = createLocalTime();
  onTestFinished(() => time.stop());
  const available: string[] = [];
  const queues = new Map<string, Queue>();
  const open = (name: string, attributes?: Readonly<Record<string, string>>) => {
    const definition = attributes && {
      ...{ account: '0', name, arn: name, created: 0, modified: 0, tags: {} },
      attributes,
    };
    const find = (arn: string) => queues.get(arn);
    const surroundings = { time, find, available: ({ arn }: Queue) => void available.push(arn) };
    const queue = new Queue(join(folder, name), surroundings, definition);
    queues.set(name, queue);
    return queue;
  };
  for (const [name, attributes] of Object.entries(wanted)) open(name, attributes);
  const queue = (name: string) => queues.get(name) as Queue;
  return { time, available, queue, reopen: (name: string) => open(name) };
}

const draft = (body: string, more: Partial<MessageDraft> = {}): MessageDraft => ({
  ...{ body, attributes: {}, senderId: 'sender', after: [] },
  ...more,
});
const inGroup = (groupId: string, body: string) => draft(body, { groupId, deduplicationId: body });
const bodies = (received: readonly Received[]) => received.map(({ message }) => message.body);
const one = (received: readonly Received[]) => received[0] as Received;
const seconds = 1000;

test('a received message is hidden for its visibility timeout, and comes again with a new handle', async () => {
  const { time, queue } = makeQueues({ jobs: { VisibilityTimeout: '10' } });
  const jobs = queue('jobs');
  jobs.send(draft('a'));
  const first = one(jobs.receive({ most: 10 }));
  expect(jobs.receive({ most: 10 })).toEqual([]);
  await time.advance(9 * seconds);
  expect(jobs.receive({ most: 10 })).toEqual([]);
  await time.advance(2 * seconds);
  const second = one(jobs.receive({ most: 10 }));
  expect(second.message.id).toBe(first.message.id);
  expect([first, second].map(({ message }) => message.state.receives)).toEqual([1, 2]);
  expect(second.handle).not.toBe(first.handle);
});

test('the handle of an earlier receive deletes nothing, and the last one does even when the message is visible again', async () => {
  const { time, queue } = makeQueues({ jobs: { VisibilityTimeout: '10' } });
  const jobs = queue('jobs');
  jobs.send(draft('a'));
  const first = one(jobs.receive({ most: 1 }));
  await time.advance(11 * seconds);
  const second = one(jobs.receive({ most: 1 }));
  jobs.delete(first.handle);
  expect(jobs.messages()).toHaveLength(1);
  await time.advance(11 * seconds);
  jobs.delete(second.handle);
  expect(jobs.messages()).toEqual([]);
  jobs.delete(second.handle);
  expect(() => jobs.delete('nonsense')).toThrow('is not a valid receipt handle');
});

test('a changed visibility counts from now, at most 12 hours from the receive, and only in flight', async () => {
  const { time, queue } = makeQueues({ jobs: { VisibilityTimeout: '10' } });
  const jobs = queue('jobs');
  jobs.send(draft('a'));
  const { handle } = one(jobs.receive({ most: 1 }));
  await time.advance(5 * seconds);
  jobs.changeVisibility(handle, 60);
  await time.advance(59 * seconds);
  expect(jobs.receive({ most: 1 })).toEqual([]);
  expect(() => jobs.changeVisibility(handle, 43_200)).toThrow('beyond the limit [43200 seconds]');
  jobs.changeVisibility(handle, 0);
  expect(() => jobs.changeVisibility(handle, 5)).toThrow('not in flight');
  expect(bodies(jobs.receive({ most: 1 }))).toEqual(['a']);
});

test('a message is delayed by its own delay or by that of its queue', async () => {
  const { time, queue } = makeQueues({ jobs: { DelaySeconds: '5' } });
  const jobs = queue('jobs');
  jobs.send(draft('by queue'));
  jobs.send(draft('not at all', { delay: 0 }));
  jobs.send(draft('by itself', { delay: 20 }));
  expect(bodies(jobs.receive({ most: 10 }))).toEqual(['not at all']);
  await time.advance(5 * seconds);
  expect(bodies(jobs.receive({ most: 10 }))).toEqual(['by queue']);
  await time.advance(15 * seconds);
  expect(bodies(jobs.receive({ most: 10 }))).toEqual(['by itself']);
});

test('a message is gone after its retention period', async () => {
  const { time, queue } = makeQueues({ jobs: { MessageRetentionPeriod: '60' } });
  queue('jobs').send(draft('a'));
  await time.advance(59 * seconds);
  expect(queue('jobs').messages()).toHaveLength(1);
  await time.advance(1 * seconds);
  expect(queue('jobs').messages()).toEqual([]);
});

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
test('a group of a FIFO queue comes in order, and waits while any of it is in flight', async () => {
  const { queue, time } = makeQueues({ 'jobs.fifo': { VisibilityTimeout: '10' } });
  const jobs = queue('jobs.fifo');
  for (const body of ['a1', 'a2', 'a3']) jobs.send(inGroup('a', body));
  jobs.send(inGroup('b', 'b1'));
  const [a1, a2] = jobs.receive({ most: 2 }) as [Received, Received];
  expect(bodies([a1, a2])).toEqual(['a1', 'a2']);
  expect(bodies(jobs.receive({ most: 10 }))).toEqual(['b1']);
  jobs.changeVisibility(a1.handle, 0);
  expect(jobs.receive({ most: 10 })).toEqual([]);
  jobs.delete(a2.handle);
  expect(bodies(jobs.receive({ most: 10 }))).toEqual(['a1', 'a3']);
  await time.advance(11 * seconds);
  expect(() => jobs.delete(a1.handle)).toThrow('The receipt handle has expired');
  expect(bodies(jobs.receive({ most: 10 }))).toEqual(['a1', 'a3', 'b1']);
});

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html
test('what a FIFO queue got within five minutes it takes no second time, even when the first is deleted', async () => {
  const { queue, time } = makeQueues({ 'jobs.fifo': { ContentBasedDeduplication: 'true' } });
  const jobs = queue('jobs.fifo');
  const first = jobs.send(draft('same', { groupId: 'a' }));
  expect(jobs.send(draft('same', { groupId: 'b' }))).toMatchObject({
    id: first.id,
    sequence: first.sequence,
  });
  expect(jobs.send(draft('same', { groupId: 'a', deduplicationId: 'other' })).id).not.toBe(first.id);
  for (const { handle } of jobs.receive({ most: 10 })) jobs.delete(handle);
  jobs.send(draft('same', { groupId: 'a' }));
  expect(jobs.messages()).toEqual([]);
  await time.advance(300 * seconds);
  const again = jobs.send(draft('same', { groupId: 'a' }));
  expect(BigInt(again.sequence ?? 0)).toBeGreaterThan(BigInt(first.sequence ?? 0));
  expect(jobs.messages()).toHaveLength(1);
});

test('deduplication may be of each group alone', () => {
  const { queue } = makeQueues({ 'jobs.fifo': { DeduplicationScope: 'messageGroup' } });
  const jobs = queue('jobs.fifo');
  for (const groupId of ['a', 'b', 'a']) jobs.send(draft(groupId, { groupId, deduplicationId: '1' }));
  expect(bodies(jobs.receive({ most: 10 }))).toEqual(['a', 'b']);
});

test('a FIFO queue refuses what has no group or no id to know it by', () => {
  const { queue } = makeQueues({ 'jobs.fifo': {} });
  expect(() => queue('jobs.fifo').send(draft('a'))).toThrow('must contain the parameter MessageGroupId');
  expect(() => queue('jobs.fifo').send(draft('a', { groupId: 'a' }))).toThrow('ContentBasedDeduplication');
});

const redrive = (deadLetterTargetArn: string, maxReceiveCount: number) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount }),
});

test('a message that was received too often goes to the dead letter queue at the next receive', async () => {
  const { queue, time } = makeQueues({
    jobs: { VisibilityTimeout: '10', ...redrive('dead', 2) },
    dead: { MessageRetentionPeriod: '60' },
  });
  queue('jobs').send(draft('a'));
  for (const _ of [1, 2]) {
    expect(bodies(queue('jobs').receive({ most: 1 }))).toEqual(['a']);
    await time.advance(10 * seconds);
  }
  expect(queue('dead').messages()).toEqual([]);
  expect(queue('jobs').receive({ most: 1 })).toEqual([]);
  const { message } = one(queue('dead').receive({ most: 1 }));
  expect(message).toMatchObject({ body: 'a', deadLetterSource: 'jobs', state: { receives: 3 } });
  // It is as old as before: 20 of its 60 seconds are over.
  await time.advance(40 * seconds);
  expect(queue('dead').messages()).toEqual([]);
});

test('a FIFO queue goes on with the next of the group when one goes to the dead letters, and is kept anew there', async () => {
  const { queue, time } = makeQueues({
    'jobs.fifo': { VisibilityTimeout: '10', ...redrive('dead.fifo', 1) },
    'dead.fifo': { MessageRetentionPeriod: '60' },
  });
  for (const body of ['a1', 'a2', 'a3']) queue('jobs.fifo').send(inGroup('a', body));
  expect(bodies(queue('jobs.fifo').receive({ most: 2 }))).toEqual(['a1', 'a2']);
  await time.advance(10 * seconds);
  expect(bodies(queue('jobs.fifo').receive({ most: 10 }))).toEqual(['a3']);
  await time.advance(55 * seconds);
  expect(bodies(queue('dead.fifo').receive({ most: 10 }))).toEqual(['a1', 'a2']);
});

test('a receive that waits gets a message that is sent, delayed or visible again meanwhile, else nothing', async () => {
  const { queue, time } = makeQueues({ jobs: { VisibilityTimeout: '5' } });
  const jobs = queue('jobs');
  const receive = (gone?: AbortSignal) => jobs.receiveWithin(20, { most: 10 }, gone);
  const sent = receive();
  jobs.send(draft('a'));
  jobs.send(draft('b'));
  expect(bodies(await sent)).toEqual(['a', 'b']);

  const again = receive();
  await time.advance(5 * seconds);
  expect(bodies(await again)).toEqual(['a', 'b']);
  for (const { handle } of await again) jobs.delete(handle);

  const nothing = receive();
  await time.advance(20 * seconds);
  expect(await nothing).toEqual([]);

  const client = new AbortController();
  const abandoned = receive(client.signal);
  client.abort();
  expect(await abandoned).toEqual([]);
  jobs.send(draft('c'));
  expect(bodies(await receive())).toEqual(['c']);
});

test('a queue tells once of what came in one turn, and of what becomes visible or free', async () => {
  const { queue, time, available } = makeQueues({ 'jobs.fifo': { VisibilityTimeout: '5' } });
  const jobs = queue('jobs.fifo');
  const told = async () => {
    await Promise.resolve();
    return available.splice(0).length;
  };
  jobs.send(inGroup('a', 'a1'));
  jobs.send(inGroup('a', 'a2'));
  expect(await told()).toBe(1);
  const received = one(jobs.receive({ most: 1 }));
  expect(await told()).toBe(0);
  jobs.delete(received.handle);
  expect(await told()).toBe(1);
  jobs.receive({ most: 1 });
  await time.advance(5 * seconds);
  expect(await told()).toBeGreaterThan(0);
});

test('a message that is given back counts as never received', () => {
  const { queue } = makeQueues({ jobs: redrive('dead', 1), dead: {} });
  queue('jobs').send(draft('a'));
  queue('jobs').release(one(queue('jobs').receive({ most: 1 })));
  expect(one(queue('jobs').receive({ most: 1 })).message.state.receives).toBe(1);
});

test('a queue that is opened again has its messages, who has received them and what it got before', async () => {
  const { queue, time, reopen } = makeQueues({
    'jobs.fifo': { VisibilityTimeout: '10', ...redrive('dead.fifo', 2) },
    'dead.fifo': {},
  });
  const first = queue('jobs.fifo');
  first.send(inGroup('a', 'a1'));
  const sent = first.send(inGroup('a', 'a2'));
  const { handle } = one(first.receive({ most: 1 }));
  first.close();

  const second = reopen('jobs.fifo');
  expect(second.receive({ most: 10 })).toEqual([]);
  expect(second.send(inGroup('a', 'a2')).id).toBe(sent.id);
  second.delete(handle);
  expect(bodies(second.receive({ most: 10 }))).toEqual(['a2']);
  await time.advance(10 * seconds);
  expect(one(second.receive({ most: 10 })).message.state.receives).toBe(2);
});
