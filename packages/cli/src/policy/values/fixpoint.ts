/** A set of answers that grows until it is complete. */
export interface Lattice<T> {
  readonly empty: T;
  isSame(a: T, b: T): boolean;
  /** The answer where a circle does not settle: everything that was found, and whatever else. */
  giveUp(last: T): T;
}

interface Tentative<T> {
  readonly value: T;
  /** The outermost running question that this answer took for granted. */
  readonly low: number;
}

/** Questions nested deeper than this are not asked: no code that is written by hand goes so far. */
const DEPTH = 150;
/** A circle settles in two or three rounds; one that does not is cut. */
const ROUNDS = 12;
const nowhere = Number.POSITIVE_INFINITY;

/**
 * Answers questions that may depend on each other in circles. Each is computed once; where a question comes
 * back to itself, the whole circle is asked again with what is known by then, until nothing is added. Answers
 * inside of a circle are kept for their round, so that the cost does not double with every way round.
 */
export function fixpoint<T>(lattice: Lattice<T>): (key: object, compute: () => T) => T {
  const done = new Map<object, T>();
  const tentative = new Map<object, Tentative<T>>();
  const running = new Map<object, number>();
  /** What a question of an open circle was answered last. */
  const latest = new Map<object, T>();
  const inCircle: object[] = [];
  let low = nowhere;
  let changed = false;

  return function ask(key, compute) {
    const known = done.get(key);
    if (known !== undefined) return known;
    const kept = tentative.get(key);
    if (kept) low = Math.min(low, kept.low);
    if (kept) return kept.value;
    const depth = running.get(key);
    if (depth !== undefined) low = Math.min(low, depth);
    if (depth !== undefined) return latest.get(key) ?? lattice.empty;
    if (running.size >= DEPTH) return lattice.giveUp(lattice.empty);
    return settle(key, compute);
  };

  function settle(key: object, compute: () => T): T {
    const depth = running.size;
    const outer = { low, changed };
    const first = inCircle.length;
    running.set(key, depth);
    let value = lattice.empty;
    for (let round = 1; ; round++) {
      low = nowhere;
      changed = false;
      value = compute();
      const isNew = !lattice.isSame(value, latest.get(key) ?? lattice.empty);
      changed ||= isNew;
      if (low !== depth || !changed) break;
      latest.set(key, value);
      forget(first);
      if (round === ROUNDS) value = lattice.giveUp(value);
      if (round === ROUNDS) break;
    }
    running.delete(key);
    const isOpen = low < depth;
    if (isOpen) {
      latest.set(key, value);
      tentative.set(key, { value, low });
      inCircle.push(key);
    } else {
      done.set(key, value);
      latest.delete(key);
      keep(first);
    }
    changed = outer.changed || (isOpen && changed);
    low = Math.min(outer.low, isOpen ? low : nowhere);
    return value;
  }

  /** What was answered in a round that changed something is asked again. */
  function forget(first: number): void {
    for (const key of inCircle.splice(first)) tentative.delete(key);
  }

  /** Once a circle is settled, so is everything inside of it. */
  function keep(first: number): void {
    for (const key of inCircle.splice(first)) {
      const answer = tentative.get(key);
      if (answer) done.set(key, answer.value);
      tentative.delete(key);
      latest.delete(key);
    }
  }
}
