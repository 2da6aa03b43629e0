/** What is written as text: a date as ISO 8601 has it, anything else by `String`. */
export type TextValue = string | number | bigint | boolean | Date;

/**
 * What a client may give where text is sent and a schema takes `Sent` and makes `Made` of it. A schema that takes anything
 * (`z.coerce.number()`) is given text, or what it makes; not a boolean, for which it would take any text for true.
 */
export type TextOf<Sent, Made> = unknown extends Sent
  ? unknown extends Made
    ? TextValue
    : string | Extract<Made, number | bigint | Date>
  : Sent extends readonly (infer One)[]
    ? readonly TextOf<One, Made extends readonly (infer Item)[] ? Item : unknown>[]
    : Extract<Sent, string | undefined>;
