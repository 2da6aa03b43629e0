/** Tells the line of an offset, counted from 1. */
export interface Lines {
  lineOf(offset: number): number;
}

/** Indexes the lines of a text with the first question, so that each costs a binary search. */
export function linesOf(source: string): Lines {
  let starts: readonly number[] | undefined;
  return {
    lineOf: (offset) => {
      starts ??= startsOf(source);
      return lastNotAfter(starts, offset) + 1;
    },
  };
}

function startsOf(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
