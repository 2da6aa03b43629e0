import type { Json, JsonObject } from '../../shown.ts';

/** One field of a form. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'choice' | 'json';
  readonly isRequired: boolean;
  /** What may be chosen. */
  readonly choices: readonly string[];
  /** What it takes, in words. */
  readonly hint: string;
  /** What stands in it at first. */
  readonly example: string;
}

/** The fields of an object's JSON Schema; nothing where it describes no object with properties: that is typed as JSON. */
export function fieldsOf(schema: JsonObject | undefined): readonly Field[] | undefined {
  if (!isObject(schema) || !isObject(schema.properties)) return undefined;
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).map(([name, property]) =>
    fieldOf(name, isObject(property) ? property : {}, required.includes(name)),
  );
}

function fieldOf(name: string, property: JsonObject, isRequired: boolean): Field {
  const schema = firstOf(property);
  const choices = Array.isArray(schema.enum) ? schema.enum.map(String) : [];
  const kind = kindOf(schema, choices);
  return {
    name,
    kind,
    isRequired,
    choices,
    hint: hintOf(property),
    example: exampleOf(schema, kind, choices),
  };
}

/** Of several that are allowed, the first is asked for. */
function firstOf(schema: JsonObject): JsonObject {
  const either = schema.anyOf ?? schema.oneOf;
  const first = Array.isArray(either) ? either[0] : undefined;
  return isObject(first) ? firstOf(first) : schema;
}

function kindOf({ type }: JsonObject, choices: readonly string[]): Field['kind'] {
  if (choices.length > 0) return 'choice';
  if (type === 'string') return 'text';
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'boolean' ? 'boolean' : 'json';
}

function hintOf(property: JsonObject): string {
  const either = property.anyOf ?? property.oneOf;
  const all = Array.isArray(either) ? either.filter(isObject) : [property];
  return all
    .map(({ type, format, minimum, maximum }) =>
      [
        format ?? type ?? 'JSON',
        minimum !== undefined && `from ${minimum}`,
        maximum !== undefined && Number(maximum) < 1e15 && `to ${maximum}`,
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join(' or ');
}

const EXAMPLES: Readonly<Record<string, string>> = {
  email: 'ann@example.com',
  uri: 'https://example.com',
  'date-time': '2026-01-01T12:00:00Z',
  date: '2026-01-01',
  uuid: '7f1d3c1e-2b5a-4c0d-9e8f-0a1b2c3d4e5f',
};

function exampleOf(schema: JsonObject, kind: Field['kind'], choices: readonly string[]): string {
  if (schema.default !== undefined) return String(schema.default);
  if (kind === 'choice') return choices[0] ?? '';
  if (kind === 'text') return EXAMPLES[String(schema.format)] ?? '';
  return kind === 'json' ? (schema.type === 'array' ? '[]' : '{}') : '';
}

/** What was typed, as JSON; what was left empty is left out. @throws SyntaxError */
export function bodyOf(fields: readonly Field[], values: Readonly<Record<string, string>>): string {
  const entries = fields.flatMap(({ name, kind }): [string, Json][] => {
    const value = values[name] ?? '';
    if (value === '') return [];
    if (kind === 'number') return [[name, Number(value)]];
    if (kind === 'boolean') return [[name, value === 'true']];
    return [[name, kind === 'json' ? (JSON.parse(value) as Json) : value]];
  });
  return JSON.stringify(Object.fromEntries(entries), null, 2);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
