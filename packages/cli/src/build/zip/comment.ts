import { closeSync, openSync, readSync, statSync } from 'node:fs';

const PREFIX = 'tankard ';

/** The comment at the end of a zip: what it was made of, to tell without reading it whether it is still right. */
export function commentOf(digest: string): string {
  return `${PREFIX}${digest}`;
}

/** A zip that an earlier run wrote. */
export interface EarlierZip {
  readonly digest: string;
  readonly bytes: number;
}

/**
 * Reads the comment of a zip; undefined where there is no file, or one that is not ours. Asked twice for each function of an app, and a
 * promise that fails for a file that is not there takes 0.4 ms.
 */
export function readEarlierZip(path: string): EarlierZip | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  const length = PREFIX.length + 64;
  if (!found?.isFile() || found.size < length) return undefined;
  const text = readEnd(path, found.size - length, length);
  return text?.startsWith(PREFIX) ? { digest: text.slice(PREFIX.length), bytes: found.size } : undefined;
}

function readEnd(path: string, from: number, length: number): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const buffer = Buffer.alloc(length);
    readSync(file, buffer, 0, length, from);
    return buffer.toString('latin1');
  } catch {
    // One that may not be read is not ours.
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
