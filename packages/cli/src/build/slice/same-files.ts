import type { SlicedFile } from './slice.ts';

/** Makes one object of all that is alike, so that what functions have in common is read, and bundled, once. */
export function sameFiles(): (file: SlicedFile) => SlicedFile {
  const known = new Map<string, SlicedFile>();
  return (file) => {
    const cuts = file.cuts.map(({ start, end, with: instead }) => `${start}-${end}${instead}`);
    const key = [file.path, ...cuts].join(' ');
    const same = known.get(key) ?? file;
    known.set(key, same);
    return same;
  };
}
