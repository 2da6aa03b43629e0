/** A piece of an answer: text goes as UTF-8. */
export type Chunk = string | Uint8Array;

/** A body that is sent as it is made. A web `ReadableStream` is one, an async generator too. */
export type BodyStream = AsyncIterable<Chunk>;

export function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** @throws {TypeError} for what is neither text nor bytes, which only untyped code can give */
export function chunkOf(value: unknown): Chunk {
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  throw new TypeError(`A stream gave what is neither text nor bytes: ${typeof value}.`);
}
