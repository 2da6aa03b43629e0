import type { JsonObject } from '@tankard/framework/manifest';
import { definitionName, definitionsOf, referencesIn, withReferences } from './json-schema.ts';

/** The document's own schemas. What several routes speak of stands there once. */
export interface SchemaPool {
  /**
   * A schema as it stands in the document: what it brings along is among the document's own, and it refers to that.
   *
   * @param name of the whole, where it has to have one because it speaks of itself.
   */
  add(schema: JsonObject, name: string): JsonObject;
  /** A reference to a schema of ours. */
  named(name: string, schema: JsonObject): JsonObject;
  readonly schemas: Readonly<Record<string, JsonObject>>;
}

export function createSchemaPool(): SchemaPool {
  const schemas: Record<string, JsonObject> = {};
  /** What each name was taken by. */
  const meanings = new Map<string, string>();

  /** The name itself, or with a number where it means something else already. */
  function take(wanted: string, meaning: string): { readonly name: string; readonly isNew: boolean } {
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${wanted}${count}`;
      const known = meanings.get(name);
      if (known === undefined) meanings.set(name, meaning);
      if (known === undefined || known === meaning) return { name, isNew: known === undefined };
    }
  }

  function add(given: JsonObject, whole: string): JsonObject {
    const { $schema: _, $id: __, $defs, ...schema } = given;
    const definitions: Readonly<Record<string, JsonObject>> = {
      ...definitionsOf(given),
      ...(speaksOfItself(given) && { [ITSELF]: schema }),
    };
    const names = new Map<string, string>();
    const change = (ref: string): string => {
      const definition = ref === '#' ? ITSELF : definitionName(ref);
      if (definition === undefined || !definitions[definition]) return ref;
      return `#/components/schemas/${nameOf(definition)}`;
    };
    const nameOf = (definition: string): string => {
      const known = names.get(definition);
      if (known !== undefined) return known;
      const { name, isNew } = take(componentName(definition, whole), meaningOf(definition, definitions));
      names.set(definition, name);
      if (isNew) schemas[name] = withReferences(definitions[definition] ?? {}, change) as JsonObject;
      return name;
    };
    return (definitions[ITSELF] ? { $ref: change('#') } : withReferences(schema, change)) as JsonObject;
  }

  return {
    add,
    named: (name, schema) => add({ $ref: `#/$defs/${name}`, $defs: { [name]: schema } }, name),
    schemas,
  };
}

const ITSELF = '#';

function speaksOfItself(schema: JsonObject): boolean {
  const all = [schema, ...Object.values(definitionsOf(schema))];
  return all.some((one) => referencesIn(one).includes('#'));
}

/** What a library calls `__schema0` is named by what it is part of. */
function componentName(definition: string, whole: string): string {
  const name = definition === ITSELF || definition.startsWith('__') ? whole : definition;
  return name.replace(/[^\w.-]+/g, '_');
}

/** A definition with all that it refers to, as text. */
function meaningOf(name: string, definitions: Readonly<Record<string, JsonObject>>): string {
  const reached = new Set([name]);
  for (const one of reached) {
    for (const ref of referencesIn(definitions[one] ?? {})) {
      const next = ref === '#' ? ITSELF : definitionName(ref);
      if (next !== undefined && definitions[next]) reached.add(next);
    }
  }
  return JSON.stringify([...reached].map((one) => definitions[one]));
}
