import { createHash } from 'node:crypto';
import type { LoadedApp } from '../load/loaded.ts';
import type { Slice, SlicedFile } from '../slice/slice.ts';
import { slicedText } from './sliced-text.ts';

const known = new WeakMap<Slice, Map<string, string>>();

/** Of what a function keeps of a file, and of all that this imports of the project. Where imports go in a circle it is the function's own. */
export function sliceDigest(loaded: LoadedApp, slice: Slice, path: string): string {
  const digests = known.get(slice) ?? new Map<string, string>();
  known.set(slice, digests);
  const before = digests.get(path);
  if (before !== undefined) return before;
  digests.set(path, slice.function);
  const hash = createHash('sha256').update(`${path} ${textDigest(loaded, slice, path)}`);
  const { imports = [], lazyImports = [] } = slice.files.get(path) ?? {};
  for (const [specifier, target] of [...imports, ...lazyImports]) {
    if (slice.files.has(target)) hash.update(`\0${specifier} ${sliceDigest(loaded, slice, target)}`);
  }
  const digest = hash.digest('hex');
  digests.set(path, digest);
  return digest;
}

/** Of what several functions keep alike. */
const texts = new WeakMap<SlicedFile, string>();

function textDigest(loaded: LoadedApp, slice: Slice, path: string): string {
  const file = slice.files.get(path);
  // What stays whole is marked, and in another function it may not be.
  const isOwn = !file || slice.whole.length > 0;
  const before = isOwn ? undefined : texts.get(file);
  if (before !== undefined) return before;
  const digest = createHash('sha256')
    .update(slicedText(loaded, slice, path))
    .digest('hex');
  if (!isOwn) texts.set(file, digest);
  return digest;
}
