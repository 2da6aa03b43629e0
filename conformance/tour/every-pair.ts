/**
 * A walk that goes once from each of some things to each other one, and ends where it began: an Euler
 * circuit of all ordered pairs.
 */
export function everyPair<T>(things: readonly T[]): readonly T[] {
  const [first] = things;
  if (first === undefined) return [];
  const rounds = things.flatMap((from, index) => things.slice(index + 1).flatMap((to) => [from, to]));
  return [...rounds, first];
}

/** A walk in several parts of about one length: each begins where the one before ends. */
export function inParts<T>(walk: readonly T[], parts: number): readonly (readonly T[])[] {
  const at = (part: number) => Math.round((part * (walk.length - 1)) / parts);
  return Array.from({ length: parts }, (_, part) => walk.slice(at(part), at(part + 1) + 1));
}

/** Some of many things, picked by a source of numbers from 0 up to 1. */
export function sample<T>(things: readonly T[], size: number, random: () => number): readonly T[] {
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, size)
    .map(({ thing }) => thing);
}
