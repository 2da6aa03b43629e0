import { type Known, unknownText } from './known.ts';
import type { Attributes, Scope } from './reconciler.ts';
import type { NodeId, Pseudo, Value } from './value.ts';

/** What values are looked up in. */
export interface Lookup {
  readonly scope: Scope;
  readonly parameters: Readonly<Record<string, string>>;
  /** Of a node; nothing while it is not made. */
  attributes(id: NodeId): Attributes | undefined;
}

/**
 * Puts what is known in the place of every open value of a model; what is not known yet becomes a marker.
 *
 * @throws Error for a parameter without a value: a check before it asks for all of them.
 */
export function resolveModel<Model>(model: Model, lookup: Lookup): Known<Model> {
  return resolve(model, lookup) as Known<Model>;
}

type Leaf = Extract<
  Value,
  { $ref: unknown } | { $pseudo: unknown } | { $parameter: unknown } | { $join: unknown }
>;

function resolve(value: unknown, lookup: Lookup): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => resolve(one, lookup));
  if (isOpen(value)) return textOf(value, lookup);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one, lookup)]));
}

function isOpen(value: object): value is Leaf {
  return '$ref' in value || '$pseudo' in value || '$parameter' in value || '$join' in value;
}

function textOf(value: Leaf, lookup: Lookup): string {
  if ('$join' in value) return value.$join.map((piece) => String(resolve(piece, lookup))).join('');
  if ('$pseudo' in value) return pseudoText(value, lookup);
  if ('$ref' in value) {
    return lookup.attributes(value.$ref)?.[value.attribute] ?? unknownText(value.attribute, value.$ref);
  }
  const given = lookup.parameters[value.$parameter];
  if (given === undefined) throw new Error(`The parameter '${value.$parameter}' has no value.`);
  return given;
}

function pseudoText({ $pseudo }: Pseudo, { scope }: Lookup): string {
  return $pseudo === 'accountId' ? scope.account : scope[$pseudo];
}
