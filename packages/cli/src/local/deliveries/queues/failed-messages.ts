import { PARTIAL_FAILURES } from '@tankard/framework/rules';
import type { InvocationResult } from '../../workers/invocation-result.ts';

/**
 * Reads what a function answered to a batch, and gives the ids of the messages that count as failed. Null, an object without the
 * key, and an empty or missing list are success; what is no such answer, or names a message by nothing or by an id that is not
 * of the batch, is a failure of the whole batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedMessages(
  { failed, payload }: Pick<InvocationResult, 'failed' | 'payload'>,
  ids: readonly string[],
  reportsFailures: boolean,
): readonly string[] {
  if (failed) return ids;
  if (!reportsFailures) return [];
  const answer: unknown = JSON.parse(payload || 'null');
  if (answer === null) return [];
  if (typeof answer !== 'object') return ids;
  const failures = (answer as Record<string, unknown>)[PARTIAL_FAILURES.answer] ?? [];
  if (!Array.isArray(failures)) return ids;
  const named = failures.map((one) => one?.itemIdentifier);
  return named.every((id) => ids.includes(id)) ? named : ids;
}
