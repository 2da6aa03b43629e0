/**
 * Runs a handler for each record of an event that knows no partial failures, one after another.
 * All of them are tried before an error fails the invocation: Lambda sends the whole event again.
 *
 * @throws what the handler threw; an AggregateError where it threw several times.
 */
export async function forEachRecord<Raw>(
  records: readonly Raw[],
  handle: (record: Raw) => unknown,
): Promise<void> {
  const errors: unknown[] = [];
  for (const record of records) {
    try {
      await handle(record);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 1)
    throw new AggregateError(errors, `${errors.length} of ${records.length} records failed`);
  if (errors.length === 1) throw errors[0];
}
