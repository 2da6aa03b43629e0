import { randomUUID } from 'node:crypto';
import { isTankardError, TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { type HeadLine, JOURNAL_VERSION, type Line } from './record.ts';
import { linesOf, NOTHING_RECORDED, type Recorded, recordedOf } from './recorded.ts';
import type { StateName, StateStore } from './store.ts';

/** Remembers what a deploy does, before and after it does it. */
export interface Journal {
  /** What was recorded when it was opened. */
  readonly recorded: Recorded;
  /** Durable when the promise resolves. Lines that are written at once share one write. */
  write(line: Line): Promise<void>;
}

/** Reads what is recorded, without a lock: for commands that change nothing. */
export async function readJournal(store: StateStore): Promise<Recorded | undefined> {
  const text = await store.read();
  return text === undefined ? undefined : recordedOf(parse(text, store.name));
}

/**
 * How often a journal is read again because whoever held its lock has written meanwhile. Each try takes two calls,
 * a step of a deploy several, so the first or second one holds.
 */
const FENCE_TRIES = 10;

/**
 * Opens a journal for writing and shortens it to what its lines come to. Its lock has to be held.
 *
 * @param fence the lock was broken, and its holder may be alive: the journal becomes another one at once, so that
 * what that one still writes is refused and not ours.
 * @throws TankardError STATE_UNREADABLE, STATE_VERSION, STATE_LOCKED.
 */
export async function openJournal(store: StateStore, name: StateName, fence = false): Promise<Journal> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await opened(store, name, fence ? randomUUID() : undefined);
    } catch (error) {
      if (!fence || tries === FENCE_TRIES || !isLocked(error)) throw error;
    }
  }
}

async function opened(store: StateStore, name: StateName, fence: string | undefined): Promise<Journal> {
  const text = await store.read();
  const recorded = text === undefined ? NOTHING_RECORDED : recordedOf(parse(text, store.name));
  const { app, stage, account, region } = name;
  const { complete } = recorded;
  const head: HeadLine = {
    line: 'head',
    version: JOURNAL_VERSION,
    app,
    stage,
    account,
    region,
    complete,
    fence,
  };
  const short = [head, ...linesOf(recorded)].map(textOf).join('');
  if (short !== text) await store.replace(short);
  return { recorded, write: groupedWriter(store) };
}

const isLocked = (error: unknown): boolean =>
  isTankardError(error) && error.problems.every(({ code }) => code === 'STATE_LOCKED');

const textOf = (line: Line): string => `${JSON.stringify(line)}\n`;

/** One write at a time; what comes meanwhile goes together into the next. */
function groupedWriter(store: StateStore): Journal['write'] {
  let pending = '';
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();
  return (line) => {
    pending += textOf(line);
    next ??= last.then(() => {
      const text = pending;
      pending = '';
      next = undefined;
      return store.append(text);
    });
    last = next;
    return next;
  };
}

function parse(text: string, name: string): readonly Line[] {
  // A write that was cut off leaves half a line at the end; it was never durable, so nothing followed it.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole.split('\n').filter(Boolean);
  const parsed = lines.map((line, index) => parseLine(line, index, name));
  const [head] = parsed;
  if (head?.line === 'head' && head.version !== JOURNAL_VERSION) {
    throw new TankardError([
      problem('STATE_VERSION', {
        message: `The state in ${name} is of version ${String(head.version)}; this is version ${JOURNAL_VERSION}.`,
        remedy: 'Install the newest @tankard/cli.',
      }),
    ]);
  }
  return parsed;
}

function parseLine(line: string, index: number, name: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    throw new TankardError([
      problem('STATE_UNREADABLE', {
        message: `Line ${index + 1} of the state in ${name} is not JSON.`,
        remedy: 'Restore the file, or move it away: the next deploy then finds in AWS what it made.',
      }),
    ]);
  }
}
