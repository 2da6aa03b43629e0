import { type Schema, SchemaError, validate } from '../schema.ts';

type Lists = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * What a schema makes of a query. A name that comes once is text, one that comes several times a list. Whether a schema
 * wants a list shows only when it refuses the text: `?tag=a` is tried as `['a']` then.
 *
 * @throws {SchemaError}
 */
export async function validateQuery(schema: Schema, lists: Lists): Promise<unknown> {
  const values: Record<string, unknown> = { ...lists };
  for (const name of Object.keys(lists)) if (lists[name]?.length === 1) values[name] = lists[name][0];
  try {
    return await validate(schema, values);
  } catch (refused) {
    const single =
      refused instanceof SchemaError ? refused.issues.filter(({ path }) => isText(values[path])) : [];
    if (single.length === 0) throw refused;
    for (const { path } of single) values[path] = lists[path];
    return retry(schema, values, refused as SchemaError);
  }
}

/** A name whose list is refused too is told about as the text that it is. */
async function retry(schema: Schema, values: object, first: SchemaError): Promise<unknown> {
  try {
    return await validate(schema, values);
  } catch (second) {
    if (!(second instanceof SchemaError)) throw second;
    const stays = ({ path }: { readonly path: string }) => second.issues.some((issue) => issue.path === path);
    const known = first.issues.filter(stays);
    throw new SchemaError([
      ...known,
      ...second.issues.filter(({ path }) => !known.some((issue) => issue.path === path)),
    ]);
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
