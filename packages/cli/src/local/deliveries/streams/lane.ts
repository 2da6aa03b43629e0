import type { StreamRecord } from '../../emulators/stream-source.ts';
import type { LocalTime } from '../../time/local-time.ts';
import type { InvocationResult } from '../../workers/invocation-result.ts';
import { batchOutcome } from './batch-outcome.ts';
import type { GivenUp } from './failed-batch.ts';
import type { StreamMapping } from './mapping.ts';

/** Bytes that an event may have: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LARGEST = 6 * 1024 * 1024;
/** Seconds before a failed batch is tried again: doubled each time, up to the second. AWS does not say how long it waits. */
const SHORTEST_WAIT = 1;
const LONGEST_WAIT = 60;

/** Records whose order is kept: one batch after another. */
export interface Lane {
  /** How many records wait for their first call. */
  readonly waiting: number;
  add(record: StreamRecord): void;
  /** Calls the function if a batch is due. */
  wake(): void;
  /** The app was built anew: what it could not take before is tried. */
  resume(): void;
  /** Runs what is due, and what only waits for its window, to the end. */
  settle(): Promise<boolean>;
  /** Starts nothing more, and resolves when what runs has ended. */
  close(): Promise<void>;
}

export interface LaneOptions {
  readonly mapping: StreamMapping;
  readonly retention: number;
  readonly time: LocalTime;
  /** Calls the function; rejects where that is not possible now. */
  invoke(event: string, records: readonly StreamRecord[]): Promise<InvocationResult>;
  giveUp(batch: GivenUp): Promise<void>;
  onRetry(seconds: number): void;
  /** These need not be read again. */
  done(records: readonly StreamRecord[]): void;
}

/** Records that are tried together. */
interface Batch {
  readonly records: readonly Entry[];
  /** How often these very records were tried. */
  readonly tries: number;
  readonly last?: GivenUp['last'];
}

interface Entry {
  readonly record: StreamRecord;
  readonly text: string;
  readonly added: number;
}

const recordsOf = (entries: readonly Entry[]) => entries.map(({ record }) => record);

export function createLane({ mapping, retention, time, invoke, giveUp, onRetry, done }: LaneOptions): Lane {
  const buffer: Entry[] = [];
  const again: Batch[] = [];
  let working: Promise<void> | undefined;
  /** Waits for the time of a retry. */
  let isPaused = false;
  /** Waits for an app that can be called. */
  let isStalled = false;
  let flushing = false;
  let closed = false;
  let disarm = () => {};

  function wake(): void {
    if (closed || working || isPaused || isStalled) return;
    const batch = again.shift() ?? take();
    if (!batch) return;
    working = run(batch).then(() => {
      working = undefined;
      wake();
    });
  }

  /** The next batch, if it is full or its window is over. */
  function take(): Batch | undefined {
    disarm();
    const [first] = buffer;
    if (!first) return undefined;
    let size = 0;
    let count = 0;
    for (const { text } of buffer.slice(0, mapping.batchSize)) {
      size += Buffer.byteLength(text) + 1;
      if (size > LARGEST && count > 0) break;
      count += 1;
    }
    const isFull = count === mapping.batchSize || size > LARGEST;
    const wait = first.added + mapping.batchWindow * 1000 - time.now();
    if (isFull || flushing || wait <= 0) return { records: buffer.splice(0, count), tries: 0 };
    disarm = time.after(wait, wake);
    return undefined;
  }

  async function run(batch: Batch): Promise<void> {
    const { records, tries } = await withoutOld(batch);
    if (records.length === 0) return;
    const plain = recordsOf(records);
    let result: InvocationResult;
    try {
      result = await invoke(`{"Records":[${records.map(({ text }) => text).join(',')}]}`, plain);
    } catch {
      // The app could not be built, or has no such function: nothing was tried. Its next build brings a call.
      again.unshift({ records, tries });
      isStalled = true;
      return;
    }
    const { failedFrom, reported } = batchOutcome(
      result,
      plain.map(({ sequenceNumber }) => sequenceNumber),
    );
    done(plain.slice(0, failedFrom));
    if (failedFrom === undefined) return;
    const last = { requestId: result.requestId, reported };
    await retry({ records: records.slice(failedFrom), tries: tries + 1, last }, failedFrom > 0);
  }

  /** @param isCut a part of the batch succeeded. */
  async function retry({ records, tries, last }: Batch, isCut: boolean): Promise<void> {
    // Splitting does not count as a retry: https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
    if (mapping.bisect && isCut) {
      again.unshift({ records, tries: 0, last });
    } else if (mapping.bisect && !last?.reported && records.length > 1) {
      const half = Math.ceil(records.length / 2);
      again.unshift(
        { records: records.slice(0, half), tries: 0, last },
        { records: records.slice(half), tries: 0, last },
      );
    } else if (mapping.retries >= 0 && tries > mapping.retries) {
      await discard({ records, tries, last }, 'RetryAttemptsExhausted');
    } else {
      const seconds = Math.min(SHORTEST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
      again.unshift({ records, tries, last });
      isPaused = true;
      onRetry(seconds);
      time.after(seconds * 1000, () => {
        isPaused = false;
        wake();
      });
    }
  }

  /** The batch without the records that are too old to be tried, which come first. */
  async function withoutOld({ records, tries, last }: Batch): Promise<Batch> {
    const limit = mapping.maxAge < 0 ? retention : Math.min(mapping.maxAge * 1000, retention);
    const now = time.now();
    const firstYoung = records.findIndex(({ record }) => now - record.written <= limit);
    const count = firstYoung < 0 ? records.length : firstYoung;
    if (count === 0) return { records, tries };
    await discard({ records: records.slice(0, count), tries, last }, 'RecordAgeExceeded');
    return { records: records.slice(count), tries };
  }

  async function discard({ records, tries, last }: Batch, condition: GivenUp['condition']): Promise<void> {
    const plain = recordsOf(records);
    await giveUp({ records: plain, condition, invokeCount: tries, last });
    done(plain);
  }

  return {
    get waiting() {
      return buffer.length;
    },
    add(record) {
      const reader = mapping.source === 'kinesis' ? { invokeIdentityArn: mapping.roleArn } : {};
      const text = JSON.stringify({ ...record.event, ...reader });
      buffer.push({ record, text, added: time.now() });
    },
    wake,
    resume() {
      isStalled = false;
      wake();
    },
    async settle() {
      let worked = false;
      flushing = true;
      for (wake(); working; wake()) {
        worked = true;
        await working;
      }
      flushing = false;
      return worked;
    },
    async close() {
      closed = true;
      disarm();
      await working;
    },
  };
}
