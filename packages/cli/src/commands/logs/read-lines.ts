import type { LogEvent, TimeSpan } from '../../aws/log-events.ts';
import type { StageFunction } from '../stage/stage-functions.ts';
import { type LogLine, logLine } from './log-line.ts';

/** Reads one log group, oldest first. */
export type ReadGroup = (logGroup: string, span: TimeSpan) => Promise<readonly LogEvent[]>;

/** Log groups read at once: CloudWatch answers 5 FilterLogEvents a second in its smaller regions. */
const AT_ONCE = 5;
/** Milliseconds by which a line may be written later than its time says. */
const LATE = 10_000;

/** The lines of several functions between two times, merged by their time. */
export async function readLines(
  functions: readonly StageFunction[],
  span: TimeSpan,
  read: ReadGroup,
): Promise<readonly LogLine[]> {
  return (await readEvents(functions, span, read)).map(({ line }) => line);
}

/**
 * The lines of several functions from a time on.
 *
 * @param again waits between two looks, and says whether there is another.
 */
export async function* followLines(
  functions: readonly StageFunction[],
  from: number,
  read: ReadGroup,
  again: () => Promise<boolean>,
): AsyncGenerator<LogLine> {
  const seen = new Map<string, number>();
  let since = from;
  do {
    for (const { key, line } of await readEvents(functions, { from: since }, read)) {
      if (!seen.has(key)) yield line;
      seen.set(key, line.time);
    }
    since = Math.max(from, ...[...seen.values()].map((time) => time - LATE));
    for (const [key, time] of seen) if (time < since) seen.delete(key);
  } while (await again());
}

interface ReadEvent {
  readonly key: string;
  readonly line: LogLine;
}

async function readEvents(
  functions: readonly StageFunction[],
  span: TimeSpan,
  read: ReadGroup,
): Promise<readonly ReadEvent[]> {
  const found: ReadEvent[] = [];
  for (let first = 0; first < functions.length; first += AT_ONCE) {
    const some = functions.slice(first, first + AT_ONCE).map(async ({ name, logGroup }) =>
      (await read(logGroup, span)).map((event) => ({
        key: `${name} ${event.id}`,
        line: logLine(name, event),
      })),
    );
    found.push(...(await Promise.all(some)).flat());
  }
  return found.sort((a, b) => a.line.time - b.line.time);
}
