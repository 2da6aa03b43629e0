import type { InvocationResult } from '../../workers/invocation-result.ts';
import type { LambdaFunctionFacts } from './lambda-app.ts';

/** Bytes of a log that an answer holds. */
const MOST = 4096;

/** The end of what a run has written, as `LogType: Tail` asks for it: base64. */
export function logTail(
  lines: readonly string[],
  { requestId, duration, initDuration }: InvocationResult,
  { memory }: LambdaFunctionFacts,
): string {
  const billed = Math.ceil(duration + (initDuration ?? 0));
  const report = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${duration.toFixed(2)} ms`,
    `Billed Duration: ${billed} ms`,
    `Memory Size: ${memory} MB`,
    ...(initDuration === undefined ? [] : [`Init Duration: ${initDuration.toFixed(2)} ms`]),
  ];
  const all = [
    `START RequestId: ${requestId} Version: $LATEST`,
    ...lines,
    `END RequestId: ${requestId}`,
    report.join('\t'),
  ];
  return Buffer.from(`${all.join('\n')}\n`)
    .subarray(-MOST)
    .toString('base64');
}
