import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Invocation } from './invocation.ts';
import { createRecord, type InvocationRecord } from './record.ts';

/** Runs of earlier sessions that are kept. */
const MOST = 1_000;

/** A record that outlives the session: each run is written to a file when it has ended. */
export interface History {
  readonly record: InvocationRecord;
  /** Everything is written when this resolves. */
  close(): Promise<void>;
}

/** @param file one JSON object a line; a line that a killed session left half-written is passed over. */
export async function openHistory(file: string): Promise<History> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const earlier = lines.flatMap(parsed).slice(-MOST);
  await writeFile(file, earlier.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const record = createRecord(earlier);
  const stream = createWriteStream(file, { flags: 'a' });
  record.onChange((invocation, change) => {
    if (change === 'ended') stream.write(`${JSON.stringify(invocation)}\n`);
  });
  return {
    record,
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}

function parsed(line: string): readonly Invocation[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as Invocation];
  } catch {
    return [];
  }
}
