/**
 * What arrives of a value that was sent as JSON: a date as text, what has a `toJSON` as that makes it, a `Map` as an empty object,
 * and nothing of functions and symbols.
 *
 * @example
 * Jsonified<{ at: Date; tags?: Set<string> }> // { at: string; tags?: {} }
 */
export type Jsonified<Value> = unknown extends Value
  ? Value
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends { toJSON(key: string): infer Made }
      ? Jsonified<Made>
      : Value extends NoJson
        ? never
        : Value extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
          ? Record<never, never>
          : Value extends readonly unknown[]
            ? { [At in keyof Value]: Listed<Value[At]> }
            : { [Key in keyof Value as Kept<Key, Value[Key]>]: Jsonified<Value[Key]> };

type NoJson = bigint | symbol | ((...args: never[]) => unknown);

/** JSON has null where a list holds nothing. */
type Listed<Value> = Value extends undefined | symbol | ((...args: never[]) => unknown)
  ? null
  : Jsonified<Value>;

type Kept<Key, Value> = Key extends symbol ? never : Value extends NoJson ? never : Key;
