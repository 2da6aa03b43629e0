import { expect, test } from 'vitest';
import type { ExistingFacts } from '../aws/existing.ts';
import { graphOf, handler } from '../graph/testing/given.ts';
import { existingProblems } from './existing-problems.ts';
import type { ExistingSource } from './existing-sources.ts';

const jobs = { kind: 'queue', name: 'jobs' } as const;
const graph = graphOf(
  [handler('work', { source: 'sqs', queue: jobs, batchSize: 10, filters: [], batch: false })],
  [{ ...jobs, fifo: false, existing: 'jobs' }],
);
const node = graph.nodes.get('mapping:work');
const codesOf = (source: Omit<ExistingSource, 'node'>, facts: ExistingFacts) =>
  existingProblems({ ...source, node: node as ExistingSource['node'] }, facts).map(({ code }) => code);

const queue = { kind: 'queue', address: 'arn:jobs', timeout: 60 } as const;
const table = { kind: 'table', address: 'old', parameter: 'P' } as const;

test.each<[string, Omit<ExistingSource, 'node'>, ExistingFacts, readonly string[]]>([
  ['a topic that is there', { kind: 'topic', address: 'arn:news' }, { there: true }, []],
  ['a topic that is not', { kind: 'topic', address: 'arn:news' }, { there: false }, ['EXISTING_MISSING']],
  ['an event bus that is not', { kind: 'bus', address: 'orders' }, { there: false }, ['EXISTING_MISSING']],
  ['a queue that hides messages as long as AWS recommends', queue, { there: true, visibility: 360 }, []],
  ['a queue that hides them for less', queue, { there: true, visibility: 359 }, ['QUEUE_VISIBILITY_SHORT']],
  [
    'a queue whose batches take time to fill',
    { ...queue, batchWindow: 5 },
    { there: true, visibility: 364 },
    ['QUEUE_VISIBILITY_SHORT'],
  ],
  [
    'a queue that hides them as long as it can',
    { ...queue, timeout: 900, batchWindow: 300 },
    { there: true, visibility: 43_200 },
    [],
  ],
  [
    'a queue that hides them as long as AWS requires',
    queue,
    { there: true, visibility: 60 },
    ['QUEUE_VISIBILITY_SHORT'],
  ],
  ['a queue that shows them too early', queue, { there: true, visibility: 59 }, ['QUEUE_VISIBILITY']],
  ['a queue that is not there', queue, { there: false }, ['EXISTING_MISSING']],
  ['a table with its stream on', table, { there: true, streamArn: 'arn:stream' }, []],
  ['a table with its stream off', table, { there: true }, ['EXISTING_STREAM_OFF']],
])('%s', (_, source, facts, codes) => {
  expect(codesOf(source, facts)).toEqual(codes);
});

test('a problem shows the handler, its place and the way out', () => {
  const [problem] = existingProblems({ ...table, node: node as ExistingSource['node'] }, { there: true });
  expect(problem).toMatchObject({
    message: "'work' reads the records of the existing table 'old', whose stream is off.",
    place: { file: 'src/app.ts', line: 1 },
    subject: 'old',
    remedy: expect.stringContaining('--table-name old '),
  });
});
