import type { Schema } from '../schema.ts';
import type { JsonObject } from './types.ts';

/** The part of Standard JSON Schema that is read here; zod and arktype have it. */
interface WithJsonSchema {
  readonly jsonSchema?: { readonly input?: (options: { readonly target: string }) => object };
}

/** The JSON Schema of what a validator takes; undefined where its library can't give one, or not for this schema. */
export function jsonSchema(schema: Schema): JsonObject | undefined {
  const { jsonSchema: converter } = schema['~standard'] as WithJsonSchema;
  try {
    const converted = converter?.input?.({ target: 'draft-2020-12' });
    return converted && (JSON.parse(JSON.stringify(converted)) as JsonObject);
  } catch {
    return undefined;
  }
}
