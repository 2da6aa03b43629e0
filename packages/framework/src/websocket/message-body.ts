import { BadRequestError } from '../http/errors.ts';
import { jsonFault } from '../http/json-fault.ts';
import { type Schema, SchemaError, validate } from '../schema.ts';

/** A message whose route has no schema: JSON where it is JSON, else the text. */
export function looseMessage(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * A message as its schema gives it back. Text that is no JSON goes to the schema as text.
 *
 * @throws {BadRequestError} (rejects) where it doesn't fit; of one that is no JSON it tells where it stops being it
 */
export async function validMessage(schema: Schema, text: string): Promise<unknown> {
  let value: unknown;
  let fault: string | undefined;
  try {
    value = JSON.parse(text);
  } catch (error) {
    value = text;
    fault = jsonFault(text, error as Error);
  }
  try {
    return await validate(schema, value);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const issues = fault === undefined ? error.issues : [{ path: '', message: fault }];
    throw new BadRequestError('The message does not fit.', { details: { issues }, cause: error });
  }
}
