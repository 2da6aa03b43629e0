import { randomUUID } from 'node:crypto';
import type { Targets } from '../../targets/targets.ts';
import type { LocalTime } from '../../time/local-time.ts';
import { causeOf, writersOf } from './cause-of.ts';
import { type FailedBatchPlace, failedBatch, type GivenUp } from './failed-batch.ts';
import type { StreamMapping } from './mapping.ts';
import type { StreamNotice } from './stream-notice.ts';

export interface GiveUpOptions {
  readonly mapping: StreamMapping;
  readonly time: LocalTime;
  readonly targets: Targets;
  readonly tell: (notice: StreamNotice) => void;
}

/** Tells the mapping's destination of records that its function gets no more, where it has one, and the user in any case. */
export async function giveUp(
  batch: GivenUp,
  place: FailedBatchPlace,
  { mapping, time, targets, tell }: GiveUpOptions,
): Promise<void> {
  const { records, condition, last } = batch;
  const { onFailure: to } = mapping;
  let refused: string | undefined;
  if (to !== undefined) {
    const body = JSON.stringify(failedBatch(mapping, batch, place, time.now(), randomUUID()));
    const cause = causeOf(mapping, last ? [last.requestId] : writersOf(records));
    await targets.send(to, { body, cause }).catch((error: Error) => {
      refused = error.message;
    });
  }
  tell({ kind: 'gave-up', function: mapping.function, records: records.length, condition, to, refused });
}
