import type { Json, JsonObject } from '@tankard/framework/manifest';

/** Keywords below which stands data and no schema. */
const DATA = new Set(['const', 'default', 'enum', 'example', 'examples']);

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schemas that a schema brings along, by name. */
export function definitionsOf({ $defs }: JsonObject): Readonly<Record<string, JsonObject>> {
  return isObject($defs) ? ($defs as Readonly<Record<string, JsonObject>>) : {};
}

/** The name in `#/$defs/NAME`; nothing for any other reference. */
export function definitionName(ref: string): string | undefined {
  const [, name] = /^#\/\$defs\/([^/]+)$/.exec(ref) ?? [];
  return name?.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A schema with every reference replaced by what `change` gives. */
export function withReferences(schema: Json, change: (ref: string) => string): Json {
  if (Array.isArray(schema)) return schema.map((one: Json) => withReferences(one, change));
  if (!isObject(schema)) return schema;
  const changed = Object.entries(schema).map(([key, value]): [string, Json] => {
    if (key === '$ref' && typeof value === 'string') return [key, change(value)];
    return [key, DATA.has(key) ? value : withReferences(value, change)];
  });
  return Object.fromEntries(changed);
}

/** Every reference of a schema, those of its definitions aside. */
export function referencesIn({ $defs: _, ...schema }: JsonObject): readonly string[] {
  const found: string[] = [];
  withReferences(schema, (ref) => {
    found.push(ref);
    return ref;
  });
  return found;
}

/** A schema that is only the name of one of its own definitions, as that definition; its definitions stay with it. */
export function resolved(schema: JsonObject): JsonObject {
  const name = typeof schema.$ref === 'string' ? definitionName(schema.$ref) : undefined;
  const definition = name === undefined ? undefined : definitionsOf(schema)[name];
  return definition ? { ...definition, $defs: schema.$defs ?? {} } : schema;
}
