import type { Cut } from './slice.ts';

/** Sorts cuts and joins those that touch, or that only blank space parts where both leave a `;`. */
export function mergeCuts(source: string, cuts: readonly Cut[]): readonly Cut[] {
  const merged: Cut[] = [];
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && touches(source, last, cut)) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, cut.end) };
    } else {
      merged.push(cut);
    }
  }
  return merged;
}

function touches(source: string, last: Cut, next: Cut): boolean {
  if (next.start <= last.end) return true;
  return last.with === ';' && next.with === ';' && source.slice(last.end, next.start).trim() === '';
}
