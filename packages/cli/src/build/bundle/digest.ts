import { createHash } from 'node:crypto';
import type { ZipEntry } from './built-function.ts';

/** Of the names, modes and contents of files; the same on every machine. */
export function digestOf(entries: readonly ZipEntry[]): string {
  const hash = createHash('sha256');
  for (const { name, mode, content } of entries)
    hash.update(`${name}\0${mode}\0${content.byteLength}\0`).update(content);
  return hash.digest('hex');
}

/** Bytes of files, unpacked. */
export function bytesOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { content }) => sum + content.byteLength, 0);
}
