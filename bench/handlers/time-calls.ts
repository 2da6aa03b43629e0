import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';

const program = join(import.meta.dirname, 'time-calls.mjs');

/** A handler, what it is called with in turn, and what it must answer. */
export interface Timed {
  readonly file: string;
  readonly events: readonly object[];
  readonly expected: readonly unknown[];
  /** What counts of an answer. */
  read(answer: never): unknown;
}

/**
 * Calls a handler in a process of its own.
 *
 * @returns nanoseconds of the processor's time that a call takes
 * @throws Error where it answers anything else than is expected
 */
export async function timeCalls({ file, events, expected, read }: Timed): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tankard-calls-'));
  try {
    const list = join(folder, 'events.json');
    writeFileSync(list, JSON.stringify(events));
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, file, list]);
    const { answers, nanoseconds } = JSON.parse(stdout);
    const given = answers.map(read);
    if (!isDeepStrictEqual(given, expected))
      throw new Error(`${file} answers ${JSON.stringify(given)}, not ${JSON.stringify(expected)}.`);
    return nanoseconds;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
