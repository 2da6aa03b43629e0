/**
 * A validator of any library that follows Standard Schema v1 (zod, valibot, arktype and others).
 * Only what this package reads of it is spelled out.
 *
 * @see https://standardschema.dev
 */
export interface Schema<Output = unknown, Input = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** What a schema makes of what fits it; where there is none, something else. */
export type MadeBy<S, Otherwise> = S extends Schema ? TypesOf<S>['output'] : Otherwise;

/** What a schema takes; where there is none, something else. */
export type TakenBy<S, Otherwise> = S extends Schema ? TypesOf<S>['input'] : Otherwise;

type TypesOf<S extends Schema> = NonNullable<S['~standard']['types']>;

type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** One thing that a value has wrong. */
export interface Issue {
  /** Of an HTTP request: the part of it. */
  readonly in?: 'params' | 'query' | 'headers' | 'body' | undefined;
  /** Where in the value, such as `items.0.price`; empty for the value itself. */
  readonly path: string;
  readonly message: string;
}

/** Thrown for a value that does not fit its schema. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => (issue.path ? `${issue.path}: ${issue.message}` : issue.message)).join('; '));
    this.issues = issues;
  }
}

/**
 * The value as the schema gives it back, at once where the schema is synchronous.
 *
 * @throws {SchemaError} (or rejects with it) when the value does not fit.
 */
export function validate<Output>(schema: Schema<Output>, value: unknown): Output | Promise<Output> {
  const result = schema['~standard'].validate(value);
  return result instanceof Promise ? result.then(accept) : accept(result);
}

/**
 * Reads text as JSON and validates it.
 *
 * @throws {SchemaError} (or rejects with it) when the text is no JSON or does not fit.
 */
export function validateJson<Output>(schema: Schema<Output>, text: string): Output | Promise<Output> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SchemaError([{ path: '', message: `not JSON: ${(error as Error).message}` }]);
  }
  return validate(schema, value);
}

function accept<Output>(result: SchemaResult<Output>): Output {
  if (result.issues) throw new SchemaError(result.issues.map(readable));
  return result.value;
}

function readable(issue: SchemaIssue): Issue {
  const path = issue.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return { path: path ?? '', message: issue.message };
}
