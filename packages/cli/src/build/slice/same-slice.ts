import type { LoadedApp, SourceFile } from '../load/loaded.ts';
import type { Cut, Slice } from './slice.ts';

/** The slices of an app as it was before, and the sources that they were cut from. */
export interface SlicedBefore {
  readonly sources: LoadedApp['sources'];
  readonly slices: ReadonlyMap<string, Slice>;
}

/** Files that read as they did before, and whose imports lead where they led. */
export function unchangedFiles(before: LoadedApp['sources'], now: LoadedApp['sources']): ReadonlySet<string> {
  const same = [...now.values()].filter((file) => isSameFile(before.get(file.path), file));
  return new Set(same.map(({ path }) => path));
}

function isSameFile(before: SourceFile | undefined, now: SourceFile): boolean {
  return (
    before?.source === now.source &&
    isSameMap(before.imports, now.imports) &&
    isSameMap(before.lazyImports, now.lazyImports)
  );
}

function isSameMap(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  if (before.size !== now.size) return false;
  for (const [key, value] of now) if (before.get(key) !== value) return false;
  return true;
}

/** Whether a function keeps of the source what it kept before: whatever is read from its slice is the same then. */
export function isSameSlice(before: Slice, now: Slice, unchanged: ReadonlySet<string>): boolean {
  if (before.files.size !== now.files.size) return false;
  if (JSON.stringify(before.whole) !== JSON.stringify(now.whole)) return false;
  // Their order is the one in which they are read.
  const others = before.files.values();
  for (const { path, cuts } of now.files.values()) {
    const other = others.next().value;
    if (other?.path !== path || !unchanged.has(path) || !areSameCuts(other.cuts, cuts)) return false;
  }
  return true;
}

function areSameCuts(before: readonly Cut[], now: readonly Cut[]): boolean {
  return before.length === now.length && now.every((cut, index) => isSameCut(before[index], cut));
}

function isSameCut(before: Cut | undefined, now: Cut): boolean {
  return before?.start === now.start && before.end === now.end && before.with === now.with;
}
