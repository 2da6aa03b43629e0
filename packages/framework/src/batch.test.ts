import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Batch, type Order, runEach, runWhole } from './batch.ts';
import { Logger } from './log.ts';

const write = vi.spyOn(process.stdout, 'write');
beforeEach(() => void write.mockImplementation(() => true));
afterEach(() => void write.mockReset());

/** Records are called a, b, c; one in capitals can't be opened. */
function batchOf(records: string, order: Order): Batch<string, string> {
  return {
    records: [...records],
    order,
    log: new Logger(),
    id: (record) => `id-${record}`,
    open(record) {
      if (record !== record.toLowerCase()) throw new Error('does not fit');
      return record;
    },
  };
}

function ids({ batchItemFailures }: { batchItemFailures: readonly { itemIdentifier: string }[] }): string {
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier.slice(3)).join('');
}

function failing(bad: string, async: boolean) {
  const seen: string[] = [];
  const handler = (record: string) => {
    seen.push(record);
    if (!bad.includes(record)) return async ? Promise.resolve() : undefined;
    if (async) return Promise.reject(new Error(record));
    throw new Error(record);
  };
  return { seen, handler };
}

describe.each([true, false])('each record by itself, asynchronous: %s', (async) => {
  test.each([
    { order: 'each', records: 'abcd', bad: '', reported: '', seen: 'abcd' },
    { order: 'each', records: 'abcd', bad: 'bd', reported: 'bd', seen: 'abcd' },
    { order: 'each', records: 'aBcd', bad: 'd', reported: 'Bd', seen: 'acd' },
    { order: 'each', records: '', bad: '', reported: '', seen: '' },
    { order: 'rest', records: 'abcd', bad: '', reported: '', seen: 'abcd' },
    { order: 'rest', records: 'abcd', bad: 'bd', reported: 'bcd', seen: 'ab' },
    { order: 'rest', records: 'aBcd', bad: '', reported: 'Bcd', seen: 'a' },
    { order: 'first', records: 'abcd', bad: 'bd', reported: 'b', seen: 'ab' },
    { order: 'first', records: 'abcd', bad: 'd', reported: 'd', seen: 'abcd' },
    { order: 'first', records: 'aBcd', bad: '', reported: 'B', seen: 'a' },
  ] as const)('$order: of $records with $bad failing, $reported are reported', async (row) => {
    const { seen, handler } = failing(row.bad, async);
    const answer = await runEach(batchOf(row.records, row.order), handler);
    expect({ reported: ids(answer), seen: seen.join('') }).toEqual({
      reported: row.reported,
      seen: row.seen,
    });
  });
});

describe('the whole batch', () => {
  test.each([
    { order: 'each', records: 'abc', failed: '', reported: '', seen: 'abc' },
    { order: 'each', records: 'abc', failed: 'ca', reported: 'ac', seen: 'abc' },
    { order: 'each', records: 'aBc', failed: 'c', reported: 'Bc', seen: 'ac' },
    { order: 'each', records: 'ABC', failed: '', reported: 'ABC', seen: '' },
    { order: 'rest', records: 'abc', failed: 'b', reported: 'bc', seen: 'abc' },
    { order: 'rest', records: 'abC', failed: 'a', reported: 'abC', seen: 'ab' },
    { order: 'first', records: 'abc', failed: 'cb', reported: 'b', seen: 'abc' },
    { order: 'first', records: 'abC', failed: '', reported: 'C', seen: 'ab' },
  ] as const)('$order: of $records with $failed returned, $reported are reported', async (row) => {
    let seen = '';
    const answer = await runWhole(batchOf(row.records, row.order), (records) => {
      seen = records.join('');
      return { failed: [...row.failed] };
    });
    expect({ reported: ids(answer), seen }).toEqual({ reported: row.reported, seen: row.seen });
  });

  test.each([
    ['each', 'abc'],
    ['rest', 'abc'],
    ['first', 'a'],
  ] as const)('%s: a throw fails all of it', async (order, reported) => {
    const answer = await runWhole(batchOf('abc', order), async () => {
      throw new Error('no');
    });
    expect(ids(answer)).toBe(reported);
  });

  test('a failed record that is of another batch fails all of it, so that none is lost', async () => {
    expect(ids(await runWhole(batchOf('abc', 'each'), () => ({ failed: ['z'] })))).toBe('abc');
  });

  test('records are handed over in their order, though opening them takes different times', async () => {
    const batch: Batch<string, string> = {
      ...batchOf('abc', 'each'),
      open: (record) => (record === 'a' ? new Promise((done) => setTimeout(done, 5, record)) : record),
    };
    let seen = '';
    await runWhole(batch, (records) => {
      seen = records.join('');
    });
    expect(seen).toBe('abc');
  });
});

test('records of a standard queue run at once', async () => {
  const events: string[] = [];
  await runEach(batchOf('ab', 'each'), async (record) => {
    events.push(`${record} begins`);
    await Promise.resolve();
    events.push(`${record} ends`);
  });
  expect(events).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
});

test.each(['rest', 'first'] as const)(
  'records of a source that keeps its order (%s) wait for each other',
  async (order) => {
    const events: string[] = [];
    await runEach(batchOf('ab', order), async (record) => {
      events.push(`${record} begins`);
      await Promise.resolve();
      events.push(`${record} ends`);
    });
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  },
);

test('the log says which record failed and why', async () => {
  await runEach(batchOf('ab', 'each'), (record) => {
    if (record === 'b') throw new TypeError('no such user');
  });
  expect(JSON.parse(String(write.mock.calls[0]?.[0]))).toMatchObject({
    level: 'ERROR',
    message: 'Record id-b failed',
    errorType: 'TypeError',
    errorMessage: 'no such user',
  });
});
