import { open } from 'node:fs/promises';

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

/** Reads the comment of a zip; undefined where there is no file, or one that is not ours. */
export async function readEarlierZip(path: string): Promise<EarlierZip | undefined> {
  const file = await open(path).catch(() => undefined);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    const length = PREFIX.length + 64;
    if (size < length) return undefined;
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const text = buffer.toString('latin1');
    return text.startsWith(PREFIX) ? { digest: text.slice(PREFIX.length), bytes: size } : undefined;
  } finally {
    await file.close();
  }
}
