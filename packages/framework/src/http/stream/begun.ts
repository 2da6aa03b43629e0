/** A stream whose first chunk has been made, and waits for whoever reads it. */
export class Begun implements AsyncIterableIterator<unknown> {
  readonly first: IteratorResult<unknown>;
  readonly #iterator: AsyncIterator<unknown>;
  #isRead = false;

  constructor(iterator: AsyncIterator<unknown>, first: IteratorResult<unknown>) {
    this.#iterator = iterator;
    this.first = first;
  }

  async next(): Promise<IteratorResult<unknown>> {
    if (this.#isRead) return this.#iterator.next();
    this.#isRead = true;
    return this.first;
  }

  /** Whoever reads it has left: the handler's own `finally` runs, or `cancel` of its stream. */
  async return(): Promise<IteratorResult<unknown>> {
    await this.#iterator.return?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Asks a stream for its first chunk; what it throws there can still be answered as any error. */
export async function begun(stream: AsyncIterable<unknown>): Promise<Begun> {
  if (stream instanceof Begun) return stream;
  const iterator = stream[Symbol.asyncIterator]();
  return new Begun(iterator, await iterator.next());
}
