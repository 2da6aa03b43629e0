import type { Cut } from './slice.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts items out of a list that commas part, where at least one stays: with an item goes the comma
 * before it, or the one after it where nothing before it stays.
 */
export function cutItems<Item extends Range>(
  items: readonly Item[],
  stays: (item: Item) => boolean,
): readonly Cut[] {
  const cuts: Cut[] = [];
  let kept = false;
  for (const [index, item] of items.entries()) {
    if (stays(item)) {
      kept = true;
      continue;
    }
    const range = kept
      ? { start: items[index - 1]?.end ?? item.start, end: item.end }
      : { start: item.start, end: items[index + 1]?.start ?? item.end };
    cuts.push({ ...range, with: '' });
  }
  return cuts;
}

/** Where a character stands at or after an offset, comments left out. */
export function findChar(source: string, from: number, char: string): number {
  const pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|[\s\S]/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    if (match[0] === char) return match.index;
  }
  return -1;
}
