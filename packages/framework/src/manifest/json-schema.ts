import type { Schema } from '../schema.ts';
import type { JsonObject } from './types.ts';

/** The part of Standard JSON Schema that is read here; zod and arktype have it. */
interface WithJsonSchema {
  readonly jsonSchema?: { readonly [side in Side]?: (options: ConverterOptions) => object };
}

interface ConverterOptions {
  readonly target: 'draft-2020-12';
  /** A library's own. */
  readonly libraryOptions?: object | undefined;
}

/** What a validator takes, or what it gives. */
type Side = 'input' | 'output';

/** A date as JSON makes it. */
const DATE = { type: 'string', format: 'date-time' } as const;

/** What zod hands to its `override`. */
interface ZodNode {
  readonly zodSchema: { readonly _zod: { readonly def: { readonly type: string } } };
  readonly jsonSchema: { readOnly?: boolean };
}

/** What arktype hands to its `fallback`: what it has so far. */
interface ArkFallback {
  readonly base: object;
}

/**
 * By vendor: what JSON Schema has no words for is left open by itself, and not the whole schema; a date is the text that JSON makes of it.
 *
 * @see https://zod.dev/json-schema
 * @see https://arktype.io/docs/configuration#tojsonschema
 */
const LIBRARY_OPTIONS: Readonly<Record<string, object | undefined>> = {
  zod: {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }: ZodNode) => {
      const { type } = zodSchema._zod.def;
      if (type === 'date') Object.assign(jsonSchema, DATE);
      // Frozen is what it means; OpenAPI reads it as what no request may hold.
      if (type === 'readonly') delete jsonSchema.readOnly;
    },
  },
  arktype: {
    fallback: {
      date: ({ base }: ArkFallback) => ({ ...base, ...DATE }),
      default: ({ base }: ArkFallback) => base,
    },
  },
};

/** The JSON Schema of a validator; `{}`, which takes anything, where its library can't give one. */
export function jsonSchema(schema: Schema, side: Side): JsonObject {
  const { vendor, jsonSchema: converter } = schema['~standard'] as Schema['~standard'] & WithJsonSchema;
  const libraryOptions = LIBRARY_OPTIONS[vendor];
  try {
    const converted = converter?.[side]?.({ target: 'draft-2020-12', libraryOptions });
    return converted ? (JSON.parse(JSON.stringify(converted)) as JsonObject) : {};
  } catch {
    return {};
  }
}
