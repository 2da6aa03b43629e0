import { Refused } from '../actions/refused.ts';
import type { ShownRedrive, ShownResource } from '../shown.ts';
import { stateOf } from '../shown-invocation.ts';
import type { ConsoleSources } from '../sources.ts';
import { type FailedBatch, failedBatchIn, runOf } from './failed-batch-in.ts';

/**
 * Hands records that a handler gave up to it once more, in the code as it stands now, and removes the messages of those that it took.
 * AWS's message says where the records are and not what they hold: that is in the run that failed.
 */
export async function redriveRecords(
  { app, queue }: ConsoleSources,
  { address, name }: ShownResource,
): Promise<ShownRedrive> {
  const failures = queue?.(address);
  if (!failures) throw new Refused(400, `${name} can not be looked into: it belongs to another engine.`);
  let moved = 0;
  let failed = 0;
  for (const { id, body } of failures.messages()) {
    const batch = failedBatchIn(body);
    const run = batch && runOf(batch, app.record);
    const again = run && (await app.replay(run, onlyFailed(run.event, batch)));
    if (again && stateOf(again.outcome) === 'done') {
      failures.remove([id]);
      moved++;
    } else failed++;
  }
  return { moved, failed };
}

/** Of an event only the records from the first that failed to the last. */
function onlyFailed(event: string, { first, last }: FailedBatch): string {
  const { Records } = JSON.parse(event) as { readonly Records: readonly StreamRecord[] };
  const numbers = Records.map(
    ({ dynamodb, kinesis }) => dynamodb?.SequenceNumber ?? kinesis?.sequenceNumber ?? '',
  );
  const from = numbers.indexOf(first);
  return from < 0 ? event : JSON.stringify({ Records: Records.slice(from, numbers.indexOf(last) + 1) });
}

interface StreamRecord {
  readonly dynamodb?: { readonly SequenceNumber: string };
  readonly kinesis?: { readonly sequenceNumber: string };
}
