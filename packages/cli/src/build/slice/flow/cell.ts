import type { Node } from 'oxc-parser';
import type { FileModel } from '../file-model.ts';
import type { Family } from '../owner-model.ts';

/** An expression in a file. */
export interface Spot {
  readonly file: FileModel;
  readonly node: Node;
}

/** What becomes of objects: they arrive at an expression, or somewhere out of sight. */
export interface Arrivals {
  arrive(spot: Spot, family: Family): void;
  lose(family: Family, why: string): void;
}

/** A place where objects are put and taken from: a field, a variable, what a function returns. */
export class Cell {
  readonly #arrivals: Arrivals;
  readonly #held = new Set<Family>();
  readonly #spots: Spot[] = [];
  readonly #into: Cell[] = [];
  #lost: string | undefined;

  constructor(arrivals: Arrivals) {
    this.#arrivals = arrivals;
  }

  put(family: Family): void {
    if (this.#held.has(family)) return;
    this.#held.add(family);
    if (this.#lost !== undefined) this.#arrivals.lose(family, this.#lost);
    for (const spot of this.#spots) this.#arrivals.arrive(spot, family);
    for (const cell of this.#into) cell.put(family);
  }

  /** Another place gets everything that is here. */
  pour(into: Cell): void {
    this.#into.push(into);
    for (const family of this.#held) into.put(family);
  }

  /** An expression gives what is here. */
  take(spot: Spot): void {
    this.#spots.push(spot);
    for (const family of this.#held) this.#arrivals.arrive(spot, family);
  }

  /** What is here is also taken by code that is not seen. */
  lose(why: string): void {
    if (this.#lost !== undefined) return;
    this.#lost = why;
    for (const family of this.#held) this.#arrivals.lose(family, why);
  }
}
