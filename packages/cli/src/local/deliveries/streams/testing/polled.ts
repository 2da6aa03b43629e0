import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StreamSource } from '../../../emulators/stream-source.ts';
import type { InvocationRequest } from '../../../invocations/invoker.ts';
import { createTargets, type Delivered } from '../../../targets/targets.ts';
import { createLocalTime } from '../../../time/local-time.ts';
import type { StreamMapping } from '../mapping.ts';
import { createMappingPoller } from '../mapping-poller.ts';
import { positionFile } from '../positions.ts';
import type { StreamNotice } from '../stream-notice.ts';
import { type MemorySource, memorySource } from './memory-source.ts';

export const MAPPING: StreamMapping = {
  name: 'onClick',
  function: 'onClick',
  functionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:clicks-local-onClick',
  roleArn: 'arn:aws:iam::000000000000:role/clicks-local-onClick',
  source: 'kinesis',
  what: 'stream Clicks',
  stream: 'clicks-local-Clicks',
  batchSize: 100,
  batchWindow: 0,
  filters: [],
  parallelization: 1,
  startingPosition: 'TRIM_HORIZON',
  retries: 3,
  maxAge: -1,
  bisect: false,
  onFailure: 'arn:aws:sqs:eu-west-1:000000000000:clicks-local-onClickFailures',
};

/** Answers a batch, by the records' names: a payload, or a throw for a function that fails. */
export type Answer = (names: readonly string[], call: number) => unknown;

export interface PolledOptions {
  readonly mapping?: Partial<StreamMapping>;
  readonly source?: MemorySource;
  readonly answer?: Answer;
  readonly matches?: (event: object) => boolean;
  /** Where positions are kept; a new folder by default. */
  readonly folder?: string;
  readonly open?: () => Promise<StreamSource | undefined>;
}

/** A mapping of a stream in memory, whose clock the test moves. */
export async function polled(options: PolledOptions = {}) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'tankard-mapping-')));
  const { source = memorySource(), answer = () => null, matches = () => true } = options;
  const mapping = { ...MAPPING, ...options.mapping };
  const time = createLocalTime();
  const start = time.now();
  const calls: { readonly names: readonly string[]; readonly second: number }[] = [];
  const requests: InvocationRequest[] = [];
  const sent: ({ readonly to: string; readonly batch: Record<string, unknown> } & Delivered)[] = [];
  const notices: StreamNotice[] = [];
  const targets = createTargets();
  targets.receive('sqs', async (to, delivered) => {
    sent.push({ to, batch: JSON.parse(delivered.body), ...delivered });
  });
  const seconds = () => Math.round((time.now() - start) / 1000);

  const poller = createMappingPoller({
    mapping,
    matches,
    open: options.open ?? (async () => source),
    positions: positionFile(folder, mapping.name),
    time,
    targets,
    tell: (notice) => notices.push(notice),
    async invoke(request) {
      requests.push(request);
      const names = JSON.parse(request.event).Records.map(({ name }: { name: string }) => name);
      calls.push({ names, second: seconds() });
      const requestId = `request-${calls.length}`;
      try {
        const payload = JSON.stringify((await answer(names, calls.length)) ?? null);
        return { requestId, payload, failed: false, duration: 1 };
      } catch (error) {
        if (error instanceof TypeError) throw error;
        const payload = JSON.stringify({ errorType: 'Error', errorMessage: String(error) });
        return { requestId, payload, failed: true, duration: 1 };
      }
    },
  });
  const close = async () => {
    time.stop();
    await poller.close();
  };
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    poller,
    source,
    folder,
    time,
    calls,
    requests,
    sent,
    notices,
    close,
    /** Writes records, whose names are their sequence numbers, and wakes nobody. */
    put(names: string, { shard = 'shard-1', group = 'a', age = 0 } = {}) {
      for (const name of names) {
        const written = time.now() - age * 1000;
        source.put(shard, { sequenceNumber: name, written, group, event: { name }, after: [`by-${name}`] });
      }
    },
    /** Lets so many seconds go by, one after another, and what is due run. */
    async pass(count: number) {
      for (let second = 0; second < count; second += 1) {
        await poller.settle();
        await time.advance(1000);
      }
      await poller.settle();
    },
    /** The batches so far: `0 abc, 1 abc`. */
    batches: () => calls.map(({ names, second }) => `${second} ${names.join('')}`).join(', '),
  };
}

/** Fails the whole batch where it holds one of these records. */
export const throwsAt =
  (bad: string): Answer =>
  (names) => {
    if (names.some((name) => bad.includes(name))) throw new Error('no');
  };

/** Reports the first of these records. */
export const reports =
  (bad: string): Answer =>
  (names) => ({
    batchItemFailures: names
      .filter((name) => bad.includes(name))
      .slice(0, 1)
      .map((itemIdentifier) => ({ itemIdentifier })),
  });
