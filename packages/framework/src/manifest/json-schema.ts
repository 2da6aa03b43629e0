import type { Schema } from '../schema.ts';
import type { JsonObject } from './types.ts';

/** The part of Standard JSON Schema that is read here; zod and arktype have it. */
interface WithJsonSchema {
  readonly jsonSchema?: { readonly [side in Side]?: (options: { readonly target: string }) => object };
}

/** What a validator takes, or what it gives. */
type Side = 'input' | 'output';

/** The JSON Schema of a validator; `{}`, which takes anything, where its library can't give one, or not for this schema. */
export function jsonSchema(schema: Schema, side: Side): JsonObject {
  const { jsonSchema: converter } = schema['~standard'] as WithJsonSchema;
  try {
    const converted = converter?.[side]?.({ target: 'draft-2020-12' });
    return converted ? (JSON.parse(JSON.stringify(converted)) as JsonObject) : {};
  } catch {
    return {};
  }
}
