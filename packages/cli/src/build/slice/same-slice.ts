import { isDeepStrictEqual } from 'node:util';
import type { Cut, Slice, SlicedFile } from './slice.ts';

/** Whether a function keeps of the source what it kept before: whatever is read from its slice is the same then. */
export function isSameSlice(before: Slice, now: Slice): boolean {
  const files = [...now.files.values()];
  // Their order is the one in which they are read.
  const others = [...before.files.values()];
  if (files.length !== others.length || !isDeepStrictEqual(before.whole, now.whole)) return false;
  return files.every((file, index) => others[index] !== undefined && isSameFile(others[index], file));
}

function isSameFile(before: SlicedFile, now: SlicedFile): boolean {
  return (
    before.path === now.path &&
    before.source === now.source &&
    isSameMap(before.imports, now.imports) &&
    isSameMap(before.lazyImports, now.lazyImports) &&
    before.cuts.length === now.cuts.length &&
    now.cuts.every((cut, index) => isSameCut(before.cuts[index], cut))
  );
}

function isSameMap(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  if (before.size !== now.size) return false;
  for (const [key, value] of now) if (before.get(key) !== value) return false;
  return true;
}

function isSameCut(before: Cut | undefined, now: Cut): boolean {
  return before?.start === now.start && before.end === now.end && before.with === now.with;
}
