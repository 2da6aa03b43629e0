import type { Value } from '../resources/value.ts';

type Leaf = Extract<Value, { readonly $ref: unknown } | { readonly $parameter: unknown }>;

/** Every reference and every parameter that stands somewhere in a value. */
export function referencesIn(value: unknown): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('$ref' in value || '$parameter' in value) return [value as Leaf];
  return Object.values(value).flatMap(referencesIn);
}
