import type { Json, JsonObject } from '@tankard/framework/manifest';
import type { Content } from './document.ts';
import { isObject, resolved } from './json-schema.ts';

/** Which of the two ways to send a value a schema's values go. */
export interface Sent {
  readonly text: boolean;
  readonly json: boolean;
}

/** Text is sent as it is, anything else as JSON. */
export function sentAs(schema: JsonObject): Sent {
  const { type, anyOf, oneOf, enum: values, const: value } = resolved(schema);
  const choices = anyOf ?? oneOf;
  if (Array.isArray(choices)) {
    const each = choices
      .filter(isObject)
      .map((choice: JsonObject) => sentAs({ ...choice, ...(schema.$defs && { $defs: schema.$defs }) }));
    return { text: each.some(({ text }) => text), json: each.some(({ json }) => json) };
  }
  const kinds = type ? [type].flat() : [values ?? value].flat().filter(isGiven).map(kindOf);
  if (kinds.length === 0) return { text: true, json: true };
  return { text: kinds.includes('string'), json: kinds.some((kind) => kind !== 'string') };
}

const isGiven = (value: Json | undefined): value is Json => value !== undefined;

const kindOf = (value: Json): Json => (typeof value === 'string' ? 'string' : 'other');

/** Whether a schema takes everything. */
export function isOpen({ $schema: _, ...schema }: JsonObject): boolean {
  return Object.keys(schema).length === 0;
}

/** The same of every type. */
export function contentOf(types: readonly string[], schema: JsonObject | undefined): Content {
  return Object.fromEntries(types.map((type) => [type, schema ? { schema } : {}]));
}
