import type { BatchAnswer } from '../batch.ts';

/** What became of a batch. */
export interface BatchOutcome<Record> {
  /** The records that Lambda would send again, as they were sent; empty where all is well. */
  readonly failed: readonly Record[];
  /** What the function answered. */
  readonly answer: BatchAnswer;
}

/** Reads a batch's answer as event source mappings do. */
export function batchOutcome<Record>(
  answer: unknown,
  records: readonly Record[],
  id: (record: Record) => string,
): BatchOutcome<Record> {
  const { batchItemFailures } = answer as BatchAnswer;
  const failed = new Set(batchItemFailures.map((failure) => failure.itemIdentifier));
  return { failed: records.filter((record) => failed.has(id(record))), answer: answer as BatchAnswer };
}
