import type { Logger } from './log.ts';

/**
 * How a handler of a batch tells Lambda which records failed: the event source mapping's `FunctionResponseTypes`
 * and the answer's key belong together. Without the one, Lambda ignores the other and a failed record is lost.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const PARTIAL_FAILURES = {
  responseType: 'ReportBatchItemFailures',
  answer: 'batchItemFailures',
} as const;

export interface BatchAnswer {
  readonly [PARTIAL_FAILURES.answer]: readonly { readonly itemIdentifier: string }[];
}

/** What a handler with `batch: true` may return: the records that failed. Nothing: none did. */
// biome-ignore lint/suspicious/noConfusingVoidType: what a function without a return statement gives
export type BatchResult<R> = void | undefined | { readonly failed: readonly R[] };

/**
 * What a failure means for the rest of a batch.
 * - `each`: nothing; records run at once, and each that failed is reported (a standard queue).
 * - `rest`: the first failure ends the batch and it and all after it are reported, or they would overtake it (a FIFO queue).
 * - `first`: the first failure ends the batch and is reported; Lambda goes on from there (a stream).
 */
export type Order = 'each' | 'rest' | 'first';

export interface Batch<Raw, Typed> {
  readonly records: readonly Raw[];
  readonly order: Order;
  readonly log: Logger;
  id(record: Raw): string;
  /** Makes of a raw record what the handler sees; throws or rejects where it does not fit its schema. */
  open(record: Raw): Typed | Promise<Typed>;
}

/** Runs a handler for each record. */
export async function runEach<Raw, Typed>(
  batch: Batch<Raw, Typed>,
  handler: (record: Typed) => unknown,
): Promise<BatchAnswer> {
  const failed = await attempt(batch, (record) => {
    const opened = batch.open(record);
    return opened instanceof Promise ? opened.then(handler) : handler(opened);
  });
  return answer(batch, failed);
}

/** Runs a handler once for all records that could be opened and that no failure stands before. */
export async function runWhole<Raw, Typed>(
  batch: Batch<Raw, Typed>,
  handler: (records: readonly Typed[]) => BatchResult<Typed> | Promise<BatchResult<Typed>>,
): Promise<BatchAnswer> {
  const opened = new Map<Typed, number>();
  const failed = await attempt(batch, async (record, index) => {
    opened.set(await batch.open(record), index);
  });
  const handed = [...opened].sort(([, one], [, other]) => one - other);
  if (handed.length > 0) {
    try {
      const result = await handler(handed.map(([record]) => record));
      for (const record of result?.failed ?? []) failed.push(indexOf(opened, record));
    } catch (error) {
      batch.log.error('The batch failed', error);
      failed.push(...opened.values());
    }
  }
  return answer(batch, failed);
}

function indexOf<Typed>(opened: ReadonlyMap<Typed, number>, record: Typed): number {
  const index = opened.get(record);
  if (index === undefined) throw new Error('The handler returned a failed record that is not of this batch.');
  return index;
}

/** Gives the indices of the records that failed. */
async function attempt<Raw>(
  { records, order, log, id }: Batch<Raw, unknown>,
  run: (record: Raw, index: number) => unknown,
): Promise<number[]> {
  const failed: number[] = [];
  const pending: PromiseLike<unknown>[] = [];
  const fail = (index: number, error: unknown) => {
    log.error(`Record ${id(records[index] as Raw)} failed`, error);
    failed.push(index);
  };
  for (let index = 0; index < records.length; index += 1) {
    try {
      const result = run(records[index] as Raw, index);
      if (!isThenable(result)) continue;
      if (order === 'each') pending.push(result.then(undefined, (error) => fail(index, error)));
      else await result;
    } catch (error) {
      fail(index, error);
    }
    if (order !== 'each' && failed.length > 0) break;
  }
  if (pending.length > 0) await Promise.all(pending);
  return failed;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

function answer<Raw>({ records, order, id }: Batch<Raw, unknown>, failed: number[]): BatchAnswer {
  failed.sort((one, other) => one - other);
  const [first] = failed;
  if (first === undefined) return { [PARTIAL_FAILURES.answer]: [] };
  const reported =
    order === 'each' ? [...new Set(failed)] : order === 'first' ? [first] : [...records.keys()].slice(first);
  return {
    [PARTIAL_FAILURES.answer]: reported.map((index) => ({ itemIdentifier: id(records[index] as Raw) })),
  };
}
