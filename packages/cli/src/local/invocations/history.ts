import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Invocation } from './invocation.ts';
import { createRecord, type InvocationRecord } from './record.ts';

/** Runs of earlier sessions that are kept. */
const MOST = 1_000;

/** A record that outlives the session: each run is written to a file when it has ended. */
export interface History {
  readonly record: InvocationRecord;
  close(): void;
}

/** @param file one JSON object a line; a line that a killed session left half-written is passed over. */
export async function openHistory(file: string): Promise<History> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const earlier = lines.flatMap(parsed).slice(-MOST);
  await writeFile(file, earlier.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const record = createRecord(earlier);
  // At once: a line into the system's cache takes less than the way over a thread of Node's pool, and a kill loses none.
  let descriptor: number | undefined = openSync(file, 'a');
  record.onChange((invocation, change) => {
    if (change !== 'ended' || descriptor === undefined) return;
    writeSync(descriptor, `${JSON.stringify(invocation)}\n`);
  });
  return {
    record,
    close() {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}

function parsed(line: string): readonly Invocation[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as Invocation];
  } catch {
    return [];
  }
}
