import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';

/** Bytes that a file may grow to before what counts no more is dropped from it. */
const LEAST_REWRITE = 16 * 1024 * 1024;

/** What an emulator holds, kept as the list of its changes: one JSON line each, on disk when {@link AppendLog.append} returns. */
export interface AppendLog<Entry> {
  append(entry: Entry): void;
  close(): void;
}

export interface AppendLogOptions<Entry> {
  readonly path: string;
  /** Takes the changes that are there already, the oldest first. */
  readonly read: (entry: Entry) => void;
  /** The fewest entries from which everything that counts could be read again. */
  readonly snapshot: () => Iterable<Entry>;
}

/**
 * Opens a log, or begins one. A write costs some microseconds and outlives a kill of this process, not one of the machine. The line
 * that a kill cut short counts as not written.
 */
export function openLog<Entry>({ path, read, snapshot }: AppendLogOptions<Entry>): AppendLog<Entry> {
  if (existsSync(path)) {
    const lines = readFileSync(path, 'utf8').split('\n');
    // What follows the last line break was not written whole.
    for (const line of lines.slice(0, -1)) read(JSON.parse(line));
  }
  let size = 0;
  let limit = LEAST_REWRITE;
  let file = rewrite();

  function rewrite(): number {
    const text = [...snapshot()].map((entry) => `${JSON.stringify(entry)}\n`).join('');
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    size = Buffer.byteLength(text);
    limit = Math.max(LEAST_REWRITE, size * 4);
    return openSync(path, 'a');
  }

  return {
    append(entry) {
      size += writeSync(file, `${JSON.stringify(entry)}\n`);
      if (size < limit) return;
      closeSync(file);
      file = rewrite();
    },
    close: () => closeSync(file),
  };
}
