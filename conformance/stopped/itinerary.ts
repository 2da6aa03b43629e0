import type { Moment } from './stopping-store.ts';

/** Moments to be visited, each at least once. */
export class Itinerary {
  readonly size: number;
  readonly #left: Map<string, Moment>;
  readonly #open: Moment[];

  /** @param moments in the order in which they are gone to. */
  constructor(moments: readonly Moment[]) {
    this.#left = new Map(moments.map((moment) => [nameOf(moment), moment]));
    this.#open = [...moments].reverse();
    this.size = this.#left.size;
  }

  /** How many were not visited yet. */
  get left(): number {
    return this.#left.size;
  }

  /** Whether there is one that nobody has gone to yet. */
  get open(): boolean {
    return this.#open.some((one) => this.#left.has(nameOf(one)));
  }

  /** A moment that nobody has gone to yet, and from now on somebody has. */
  next(): Moment | undefined {
    for (let one = this.#open.pop(); one; one = this.#open.pop()) {
      if (this.#left.has(nameOf(one))) return one;
    }
    return undefined;
  }

  /** Notes that these were visited, whether they were gone to or met on the way. */
  visited(moments: readonly Moment[]): void {
    for (const moment of moments) this.#left.delete(nameOf(moment));
  }
}

const nameOf = ({ when, line }: Moment): string => `${when} ${line}`;
