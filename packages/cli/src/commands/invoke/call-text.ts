import { logText } from '../../local/show/log-text.ts';
import type { Style } from '../../report/style.ts';
import { logLine } from '../logs/log-line.ts';
import type { CallReport } from './call-report.ts';

/** How a call of a function ended, for people. */
export interface CallOutcome {
  /** As the payload said it. */
  readonly result: unknown;
  /** The last lines of its log. */
  readonly log: readonly string[];
  readonly report?: CallReport | undefined;
}

/** The log without Lambda's own lines, what the call took, and at the end its result. */
export function callText({ result, log, report }: CallOutcome, style: Style): string {
  const own = log.filter((text) => text !== '' && !logLine('', { id: '', time: 0, message: text }).platform);
  return [
    ...own.map((text) => `${style.faint('|')} ${logText(text, style)}`),
    ...(report ? [style.faint(reportText(report))] : []),
    JSON.stringify(result, null, 2) ?? '',
  ].join('\n');
}

function reportText({ duration, initDuration, memory, memoryUsed }: CallReport): string {
  return [
    `${duration} ms`,
    initDuration === undefined ? '' : `and ${initDuration} ms to start`,
    memory === undefined || memoryUsed === undefined ? '' : `${memoryUsed} of ${memory} MB`,
  ]
    .filter(Boolean)
    .join(', ');
}
