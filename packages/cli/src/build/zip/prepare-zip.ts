import { join } from 'node:path';
import type { ZipEntry } from '../bundle/built-function.ts';
import { readEarlierZip } from './comment.ts';
import { zipEntries } from './zip-entries.ts';

/** A zip before it is written. */
export interface PreparedZip {
  /** File name below the output folder. */
  readonly zip: string;
  readonly zipBytes: number;
  /** Absent where the output folder holds this very zip already. */
  readonly content: Buffer | undefined;
}

/**
 * Zips files unless the output folder has them as they are.
 *
 * @param out - the output folder, absolute
 */
export async function prepareZip(
  out: string,
  zip: string,
  built: { readonly entries: readonly ZipEntry[]; readonly digest: string },
): Promise<PreparedZip> {
  const earlier = readEarlierZip(join(out, zip));
  if (earlier?.digest === built.digest) return { zip, zipBytes: earlier.bytes, content: undefined };
  const content = await zipEntries(built);
  return { zip, zipBytes: content.byteLength, content };
}
