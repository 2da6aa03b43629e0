import type { FunctionSettings, QueueDeclaration, SqsTrigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { ref } from '../../resources/value.ts';
import { configOf, graphOf, handler } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';

const jobs = (parts: Partial<QueueDeclaration> = {}): QueueDeclaration => ({
  kind: 'queue',
  name: 'Jobs',
  fifo: false,
  ...parts,
});
const trigger: SqsTrigger = {
  source: 'sqs',
  queue: { kind: 'queue', name: 'Jobs' },
  batchSize: 10,
  concurrency: 10,
  filters: [],
  batch: false,
};
const visibility = (queue: QueueDeclaration, ...settings: readonly FunctionSettings[]) => {
  const handlers = settings.map((one, index) => handler(`work${index}`, trigger, one));
  return nodeOf(graphOf(handlers, [queue]), 'queue', 'Jobs').model.visibility;
};

test("a queue's messages are hidden for 6 × the longest timeout of its handlers", () => {
  expect(visibility(jobs(), { timeout: 10 }, { timeout: 50 })).toBe(300);
  expect(visibility(jobs(), {})).toBe(180);
});

test('a timeout of the configuration counts as well', () => {
  const config = configOf({ functions: { work: { timeout: 100 } } });
  const graph = graphOf([handler('work', trigger)], [jobs()], config);
  expect(nodeOf(graph, 'queue', 'Jobs').model.visibility).toBe(600);
});

test('a visibility that is declared stays, and a queue without handler has that of AWS', () => {
  expect(visibility(jobs({ visibility: 77 }), { timeout: 10 })).toBe(77);
  expect(visibility(jobs())).toBe(30);
});

test('a dead letter queue of its own is made for a queue, keeps messages for 14 days, and is FIFO as it is', () => {
  const graph = graphOf([], [jobs({ fifo: true, deadLetter: { maxReceives: 3 } })]);
  expect(nodeOf(graph, 'queue', 'Jobs').model).toMatchObject({
    physicalName: 'shop-dev-Jobs.fifo',
    fifo: true,
    deadLetter: { arn: ref('queue:JobsDeadLetters', 'arn'), maxReceives: 3 },
  });
  expect(nodeOf(graph, 'queue', 'JobsDeadLetters').model).toMatchObject({
    physicalName: 'shop-dev-JobsDeadLetters.fifo',
    fifo: true,
    retention: 1_209_600,
  });
});

test('a dead letter queue that is declared is used as it is', () => {
  const queue = { kind: 'queue', name: 'Lost' } as const;
  const graph = graphOf([], [jobs({ name: 'Lost' }), jobs({ deadLetter: { maxReceives: 3, queue } })]);
  expect(idsOf(graph, 'queue')).toEqual(['queue:Lost', 'queue:Jobs']);
  expect(nodeOf(graph, 'queue', 'Jobs').model.deadLetter?.arn).toEqual(ref('queue:Lost', 'arn'));
});

test('a queue fed by a topic is subscribed after the topic is let in', () => {
  const from = { kind: 'topic', name: 'News' } as const;
  const graph = graphOf([], [{ ...from, fifo: false }, jobs({ from, filter: { a: [1] }, raw: true })]);
  expect(nodeOf(graph, 'queue-policy', 'Jobs').model).toEqual({
    queue: ref('queue:Jobs', 'url'),
    queueArn: ref('queue:Jobs', 'arn'),
    topics: [ref('topic:News', 'arn')],
  });
  expect(nodeOf(graph, 'subscription', 'queue-Jobs')).toMatchObject({
    model: {
      topicArn: ref('topic:News', 'arn'),
      protocol: 'sqs',
      endpoint: ref('queue:Jobs', 'arn'),
      filter: { a: [1] },
      raw: true,
    },
    dependsOn: ['queue-policy:Jobs'],
  });
});

test('a mapping reports single failures and runs no more batches than the function has reserved', () => {
  const mapping = (settings: FunctionSettings) =>
    nodeOf(graphOf([handler('work', trigger, settings)], [jobs()]), 'mapping', 'work').model;
  expect(mapping({})).toMatchObject({
    function: ref('function:work', 'arn'),
    source: 'sqs',
    sourceArn: ref('queue:Jobs', 'arn'),
    maximumConcurrency: 10,
    reportBatchItemFailures: true,
  });
  expect(mapping({ reservedConcurrency: 5 }).maximumConcurrency).toBe(5);
  expect(mapping({ reservedConcurrency: 1 }).maximumConcurrency).toBe(2);
});
