/**
 * The records of a raw event.
 *
 * @throws {TypeError} where it has none, so that an event of another source is not taken for an empty batch.
 */
export function recordsOf<Raw>(raw: unknown, source: string): readonly Raw[] {
  const records = (raw as { Records?: unknown } | null | undefined)?.Records;
  if (!Array.isArray(records)) throw new TypeError(`The event has no Records: it is not from ${source}.`);
  return records;
}
