import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant: at most two edits away, or a third of the word's length.
 * Case is ignored, and nothing is given where no candidate is near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const byLower = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  if (byLower.size === 0) return undefined;
  const best = closest(lower, [...byLower.keys()]);
  return distance(lower, best) <= Math.max(2, Math.floor(word.length / 3)) ? byLower.get(best) : undefined;
}
