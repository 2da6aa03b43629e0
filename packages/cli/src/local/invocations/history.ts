import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Invocation } from './invocation.ts';
import { createRecord, type InvocationRecord } from './record.ts';

/** Runs of earlier sessions that are kept. */
const MOST = 1_000;

/** A record that outlives the session: runs are written to a file in the turn in which they ended, after whatever waits for them. */
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
  let descriptor: number | undefined = openSync(file, 'a');
  let ended: Invocation[] = [];

  function write(): void {
    if (descriptor === undefined || ended.length === 0) return;
    // At once: lines into the system's cache take less than the way over a thread of Node's pool.
    writeSync(descriptor, ended.map((one) => `${JSON.stringify(one)}\n`).join(''));
    ended = [];
  }

  record.onChange((invocation, change) => {
    if (change === 'ended' && ended.push(invocation) === 1) setImmediate(write);
  });
  return {
    record,
    close() {
      write();
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
