import { SqsError } from '../error.ts';

export interface BatchEntry {
  readonly Id: string;
}

interface BatchResult {
  readonly Successful: readonly object[];
  readonly Failed: readonly object[];
}

/**
 * Runs each entry of a batch; one that fails does not stop the others.
 *
 * @throws SqsError where the batch itself is wrong.
 */
export function runBatch<Entry extends BatchEntry>(
  entries: readonly Entry[] | undefined,
  type: string,
  run: (entry: Entry) => object,
): BatchResult {
  checkEntries(entries ?? [], type);
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries ?? []) {
    const { Id } = entry;
    try {
      Successful.push({ Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof SqsError)) throw error;
      Failed.push({ Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
}

function checkEntries(entries: readonly BatchEntry[], type: string): void {
  if (entries.length === 0)
    throw new SqsError('EmptyBatchRequest', `There should be at least one ${type} in the request.`);
  if (entries.length > 10) {
    const message = `Maximum number of entries per request are 10. You have sent ${entries.length}.`;
    throw new SqsError('TooManyEntriesInBatchRequest', message);
  }
  const seen = new Set<string>();
  for (const { Id } of entries) {
    if (!/^[\w-]{1,80}$/.test(Id)) {
      throw new SqsError(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    }
    if (seen.has(Id)) throw new SqsError('BatchEntryIdsNotDistinct', `Id ${Id} repeated.`);
    seen.add(Id);
  }
}
