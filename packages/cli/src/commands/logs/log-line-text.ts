import { logText } from '../../local/show/log-text.ts';
import type { Style } from '../../report/style.ts';
import type { LogLine } from './log-line.ts';

/** A line with its time and function before it. */
export function logLineText(
  line: LogLine,
  { utc, style }: { readonly utc: boolean; readonly style: Style },
): string {
  const before = `${style.faint(timeText(line.time, utc))} ${style.strong(line.function)} `;
  return logText(line.text, style)
    .split('\n')
    .map((text) => before + text)
    .join('\n');
}

function timeText(time: number, utc: boolean): string {
  const iso = new Date(time).toISOString();
  if (utc) return iso;
  // Sweden writes dates as ISO 8601 does, and in this machine's time zone.
  return `${new Date(time).toLocaleString('sv-SE')}${iso.slice(19, 23)}`;
}
