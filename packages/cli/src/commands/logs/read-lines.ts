import type { LogEvent, TimeSpan } from '../../aws/log-events.ts';
import type { StageFunction } from '../stage/stage-functions.ts';
import { type LogLine, logLine } from './log-line.ts';

/** Reads one log group, oldest first; nothing where it is not there. */
export type ReadGroup = (logGroup: string, span: TimeSpan) => Promise<readonly LogEvent[] | undefined>;

/** Log groups read at once: CloudWatch answers 5 FilterLogEvents a second in its smaller regions. */
const AT_ONCE = 5;
/** Milliseconds by which a line may be written later than its time says. */
const LATE = 10_000;

/**
 * The lines of several functions between two times, merged by their time; nothing where none of them has a
 * log group.
 */
export async function readLines(
  functions: readonly StageFunction[],
  span: TimeSpan,
  read: ReadGroup,
): Promise<readonly LogLine[] | undefined> {
  const logs = await inTurns(functions, async ({ name, logGroup }) =>
    (await read(logGroup, span))?.map((event) => logLine(name, event)),
  );
  if (logs.every((one) => one === undefined)) return undefined;
  return merged(logs.map((lines = []) => lines));
}

/**
 * The lines of several functions from a time on. A log that could not be read is read from the same time on
 * the next time.
 *
 * @param again waits between two looks, and says whether there is another.
 */
export async function* followLines(
  functions: readonly StageFunction[],
  from: number,
  read: ReadGroup,
  again: () => Promise<boolean>,
): AsyncGenerator<LogLine> {
  const logs = functions.map((one) => followed(one, from, read));
  do {
    yield* merged(await inTurns(logs, (next) => next()));
  } while (await again());
}

/** Gives the new lines of one log each time that it is called. */
function followed(
  { name, logGroup }: StageFunction,
  from: number,
  read: ReadGroup,
): () => Promise<readonly LogLine[]> {
  const seen = new Map<string, number>();
  let since = from;
  return async () => {
    const events = (await read(logGroup, { from: since })) ?? [];
    const fresh = events.filter(({ id }) => !seen.has(id));
    for (const { id, time } of events) seen.set(id, time);
    since = Math.max(from, ...[...seen.values()].map((time) => time - LATE));
    for (const [id, time] of seen) if (time < since) seen.delete(id);
    return fresh.map((event) => logLine(name, event));
  };
}

const merged = (logs: readonly (readonly LogLine[])[]): readonly LogLine[] =>
  logs.flat().sort((a, b) => a.time - b.time);

async function inTurns<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (let first = 0; first < items.length; first += AT_ONCE) {
    done.push(...(await Promise.all(items.slice(first, first + AT_ONCE).map(work))));
  }
  return done;
}
