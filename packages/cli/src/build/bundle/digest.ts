import { hash } from 'node:crypto';
import type { ZipEntry } from './built-function.ts';

/** Shared files stand in the entries of many functions. */
const known = new WeakMap<Uint8Array, string>();

/** Of the names, modes and contents of files; the same on every machine. */
export function digestOf(entries: readonly ZipEntry[]): string {
  const parts = entries.map(({ name, mode, content }) => `${name}\0${mode}\0${contentDigest(content)}\0`);
  return hash('sha256', parts.join(''));
}

function contentDigest(content: Uint8Array): string {
  const digest = known.get(content) ?? hash('sha256', content);
  known.set(content, digest);
  return digest;
}

/** Bytes of files, unpacked. */
export function bytesOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { content }) => sum + content.byteLength, 0);
}
