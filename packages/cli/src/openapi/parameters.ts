import type { Json, JsonObject, RouteTrigger } from '@tankard/framework/manifest';
import type { Parameter } from './document.ts';
import { isObject, resolved } from './json-schema.ts';
import type { PathParameter } from './path.ts';
import type { SchemaPool } from './schema-pool.ts';

/** https://spec.openapis.org/oas/v3.1.1.html#parameter-name: these say nothing as parameters. */
const SAID_ELSEWHERE = new Set(['accept', 'content-type', 'authorization']);

/** What a route takes beside its body. */
export function parametersOf(
  { params, query, headers }: RouteTrigger,
  path: readonly PathParameter[],
  pool: SchemaPool,
  operation: string,
): readonly Parameter[] {
  const named = propertiesOf(params);
  const inPath = path.map(({ name, shown, greedy }): Parameter => {
    const described = schemaOf(named.get(name)?.schema ?? { type: 'string' }, pool, `${operation}Params`);
    const rest = greedy ? 'The rest of the path, with its slashes.' : undefined;
    return { name: shown, in: 'path', required: true, ...described, ...(rest && { description: rest }) };
  });
  return [
    ...inPath,
    ...listed('query', query, pool, `${operation}Query`),
    ...listed('header', headers, pool, `${operation}Headers`).filter(({ name }) => !SAID_ELSEWHERE.has(name)),
  ];
}

/** A parameter for each name that a schema knows. What can't be told apart by names stands as a whole, each of its names one of its own. */
function listed(
  where: 'query' | 'header',
  schema: JsonObject | undefined,
  pool: SchemaPool,
  whole: string,
): readonly Parameter[] {
  if (!schema) return [];
  const properties = [...propertiesOf(schema)];
  if (properties.length === 0 && where === 'query' && hasOtherNames(schema)) {
    const required = needsNames(schema);
    const all = { style: 'form', explode: true, schema: pool.add(schema, whole) } as const;
    return [{ name: 'query', in: 'query', ...(required && { required }), ...all }];
  }
  return properties.map(([name, { schema: its, required }]) => ({
    name,
    in: where,
    ...(required && { required }),
    ...schemaOf(its, pool, whole),
  }));
}

function schemaOf(schema: JsonObject, pool: SchemaPool, whole: string) {
  const { description, deprecated, ...rest } = pool.add(schema, whole);
  return {
    ...(typeof description === 'string' && { description }),
    ...(deprecated === true && { deprecated }),
    schema: rest,
  };
}

interface Property {
  readonly schema: JsonObject;
  readonly required: boolean;
}

/** The properties of an object, also of one that is put together of several. */
function propertiesOf(given: JsonObject | undefined): ReadonlyMap<string, Property> {
  const found = new Map<string, Property>();
  if (!given) return found;
  const { properties, required, allOf, $defs = {} } = resolved(given);
  const parts: readonly Json[] = Array.isArray(allOf) ? allOf : [];
  for (const part of parts.filter(isObject))
    for (const [name, property] of propertiesOf({ ...part, $defs })) found.set(name, property);
  const names: readonly Json[] = Array.isArray(required) ? required : [];
  for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
    if (isObject(schema)) found.set(name, { schema: { ...schema, $defs }, required: names.includes(name) });
  }
  return found;
}

/** Whether a schema without properties of its own says something of its names all the same. */
function hasOtherNames(schema: JsonObject): boolean {
  const { anyOf, oneOf, patternProperties, propertyNames, additionalProperties } = resolved(schema);
  return [anyOf, oneOf, patternProperties, propertyNames].some(Boolean) || isObject(additionalProperties);
}

function needsNames(given: JsonObject): boolean {
  const { required, anyOf, oneOf, $defs = {} } = resolved(given);
  if (Array.isArray(required) && required.length > 0) return true;
  const choices = anyOf ?? oneOf;
  return (
    Array.isArray(choices) && choices.filter(isObject).every((choice) => needsNames({ ...choice, $defs }))
  );
}
