import { PARTIAL_FAILURES } from '@tankard/framework/rules';
import type { InvocationResult } from '../../workers/invocation-result.ts';

/** What came of a batch: the index of the first record that counts as failed; nothing where all are done. */
export interface BatchOutcome {
  readonly failedFrom?: number | undefined;
  /** The function said itself which record failed. */
  readonly reported: boolean;
}

const DONE: BatchOutcome = { reported: false };
const FAILED: BatchOutcome = { failedFrom: 0, reported: false };

/**
 * Reads what a function answered to a batch. Null, an object without the key, and an empty or missing list are success; what is no
 * such answer, or names a record by nothing or by a number that is not of the batch, is a failure of the whole batch. Of several
 * records the one with the lowest sequence number counts.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export function batchOutcome(
  { failed, payload }: Pick<InvocationResult, 'failed' | 'payload'>,
  sequenceNumbers: readonly string[],
): BatchOutcome {
  if (failed) return FAILED;
  const answer: unknown = JSON.parse(payload || 'null');
  if (answer === null) return DONE;
  if (typeof answer !== 'object') return FAILED;
  const failures = (answer as Record<string, unknown>)[PARTIAL_FAILURES.answer] ?? [];
  if (!Array.isArray(failures)) return FAILED;
  if (failures.length === 0) return DONE;
  const indexes = failures.map((one) => sequenceNumbers.indexOf(one?.itemIdentifier));
  return indexes.includes(-1) ? FAILED : { failedFrom: Math.min(...indexes), reported: true };
}
