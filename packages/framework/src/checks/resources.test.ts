import { describe, expect, test } from 'vitest';
import type { App } from '../index.ts';
import type { QueueOptions } from '../resources/queue.ts';
import type { TableOptions } from '../resources/table.ts';
import { at } from '../scope.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

describe('the name of a resource', () => {
  test('is its own among its kind', () => {
    const [problem, ...more] = problemsOf((app) => {
      app[at]({ file: 'src/a.ts', line: 3 }).bucket('Files');
      app[at]({ file: 'src/b.ts', line: 9 }).bucket('Files');
      app.topic('Files');
    });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'RESOURCE_TWICE',
      message: "Two buckets are called 'Files': at src/b.ts:9 and at src/a.ts:3.",
      subject: 'bucket Files',
    });
  });

  test('is not that of a declared one where an existing one is meant', () => {
    const [problem] = problemsOf((app) => {
      app[at]({ file: 'src/a.ts', line: 3 }).queue('Jobs');
      app[at]({ name: 'work', file: 'src/b.ts', line: 9 }).onSqsMessage('Jobs', () => 1);
    });
    expect(problem).toMatchObject({
      code: 'RESOURCE_TWICE',
      message:
        "Two queues are called 'Jobs', of which one is there already: at src/b.ts:9 and at src/a.ts:3.",
      remedy: expect.stringContaining('app.queue'),
    });
  });

  test('is given in one way for one that is there already', () => {
    const declare = (app: App) => {
      app.onSnsMessage('news', { name: 'one' }, () => 1);
      app.onSnsMessage('arn:aws:sns:eu-west-1:123456789012:news', { name: 'other' }, () => 1);
    };
    expect(problemsOf(declare)).toMatchObject([
      { code: 'RESOURCE_TWICE', remedy: 'Name it in the same way at both places.' },
    ]);
  });

  test('gives a variable of its own', () => {
    const [problem] = problemsOf((app) => {
      app.table('UserFiles', { partitionKey: 'id' });
      app.table('user-files', { partitionKey: 'id' });
    });
    expect(problem).toMatchObject({
      code: 'RESOURCE_VARIABLE_TWICE',
      message: expect.stringContaining('TANKARD_TABLE_USER_FILES'),
    });
  });

  test.each(['', '1st', 'a b', 'a.b', 'x'.repeat(65)])("can't be '%s'", (name) => {
    expect(codesOf((app) => app.queue(name))).toEqual(['RESOURCE_NAME_INVALID']);
  });

  test('may be anything for one that is there already', () => {
    expect(codesOf((app) => app.bucket.existing('my.old.bucket'))).toEqual([]);
  });
});

test.each<[TableOptions, string[]]>([
  [{ partitionKey: 'id', sortKey: { at: 'number' }, ttl: 'expires' }, []],
  [{ partitionKey: 'id', indexes: { byAt: { partitionKey: { at: 'number' }, sortKey: 'id' } } }, []],
  [{ partitionKey: '' }, ['TABLE_KEY_INVALID']],
  [{ partitionKey: {} }, ['TABLE_KEY_INVALID']],
  [{ partitionKey: { id: 'text' as 'string' } }, ['TABLE_KEY_INVALID']],
  [{ partitionKey: { id: 'string', other: 'string' } }, ['TABLE_KEY_INVALID']],
  [{ partitionKey: 'id', sortKey: 'id' }, ['TABLE_KEY_TWICE']],
  [{ partitionKey: 'id', indexes: { byAt: { partitionKey: 'at', sortKey: 'at' } } }, ['TABLE_KEY_TWICE']],
  [{ partitionKey: 'id', indexes: { byId: { partitionKey: { id: 'number' } } } }, ['TABLE_KEY_TYPES']],
  [{ partitionKey: 'id', indexes: { by: { partitionKey: 'at' } } }, ['TABLE_INDEX_INVALID']],
  [{ partitionKey: 'id', indexes: many(20) }, []],
  [{ partitionKey: 'id', indexes: many(21) }, ['TABLE_INDEX_INVALID']],
  [{ partitionKey: 'id', ttl: 'id' }, ['TABLE_TTL_INVALID']],
  [{ partitionKey: { at: 'number' }, ttl: 'at' }, []],
  [{ partitionKey: 'id', ttl: '' }, ['TABLE_TTL_INVALID']],
])('a table with %j gives %j', (options, codes) => {
  expect(codesOf((app) => app.table('Users', options))).toEqual(codes);
});

function many(count: number): TableOptions['indexes'] {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`index-${index}`, { partitionKey: 'at' }]),
  );
}

describe('a queue', () => {
  const codes = (options: (app: App) => QueueOptions) => codesOf((app) => app.queue('Jobs', options(app)));

  test('has bounds', () => {
    expect(codes(() => ({ visibility: 43_200, deadLetter: { maxReceives: 1 } }))).toEqual([]);
    expect(codes(() => ({ visibility: 43_201 }))).toEqual(['RESOURCE_BOUNDS']);
    expect(codes(() => ({ deadLetter: { maxReceives: 0 } }))).toEqual(['RESOURCE_BOUNDS']);
  });

  test('has a dead letter queue of its own kind', () => {
    const to = (app: App, fifo: boolean) => ({ maxReceives: 3, queue: app.queue('Dead', { fifo }) });
    expect(codes((app) => ({ fifo: true, deadLetter: to(app, true) }))).toEqual([]);
    expect(codes((app) => ({ fifo: true, deadLetter: to(app, false) }))).toEqual(['DEAD_LETTER_KIND']);
    expect(codes((app) => ({ deadLetter: to(app, true) }))).toEqual(['DEAD_LETTER_KIND']);
    expect(
      codes((app) => ({ deadLetter: { maxReceives: 3, queue: app.queue.existing('dead.fifo') } })),
    ).toEqual(['DEAD_LETTER_KIND']);
  });

  test('is not its own dead letter queue', () => {
    const codes = codesOf((app) => {
      const deadLetter = { maxReceives: 3, queue: app.queue.existing('Jobs') };
      app.queue('Jobs', { deadLetter });
    });
    expect(codes).toContain('DEAD_LETTER_ITSELF');
  });

  test('names the topic whose messages it forms', () => {
    expect(codes(() => ({ raw: true }))).toEqual(['QUEUE_WITHOUT_TOPIC']);
    expect(codes(() => ({ filter: { kind: ['a'] } }))).toEqual(['QUEUE_WITHOUT_TOPIC']);
    expect(codes((app) => ({ from: app.topic('News'), raw: true, filter: { kind: ['a'] } }))).toEqual([]);
  });

  test('that is FIFO is fed by a FIFO topic', () => {
    expect(codes((app) => ({ fifo: true, from: app.topic('News') }))).toEqual(['QUEUE_TOPIC_KIND']);
    expect(codes((app) => ({ fifo: true, from: app.topic('News', { fifo: true }) }))).toEqual([]);
    expect(codes((app) => ({ from: app.topic('News', { fifo: true }) }))).toEqual([]);
  });
});

test('a stream has a shard at least', () => {
  expect(codesOf((app) => app.stream('Clicks', { shards: 0 }))).toEqual(['RESOURCE_BOUNDS']);
});
