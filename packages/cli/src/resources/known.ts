import type { Statement } from './role/statement.ts';
import type { Join, ParameterValue, Pseudo, Ref, Value } from './value.ts';

/**
 * A model in which nothing is left open: every {@link Value} is text.
 *
 * Before a deploy has made the thing that a reference names, the text holds a marker in its place
 * (`⟨arn of role:send⟩`, see {@link isKnown}). A plan shows it; no call ever gets one.
 */
export type Known<T> = [Value] extends [T] ? string | Extract<T, undefined> : KnownMember<T>;

/** Takes the members of a union one by one, which `Known` must not do with the union that `Value` is. */
type KnownMember<T> = T extends Ref | Pseudo | ParameterValue | Join
  ? string
  : T extends Statement
    ? KnownStatement
    : T extends readonly (infer Item)[]
      ? readonly Known<Item>[]
      : T extends object
        ? { readonly [K in keyof T]: Known<T[K]> }
        : T;

/** A statement of a policy with nothing left open. */
export type KnownStatement = Omit<Statement, 'resources' | 'conditions'> & {
  readonly resources: readonly string[];
  readonly conditions?:
    | Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
    | undefined;
};

/** Stands for what nobody knows before it is made. */
export const unknownText = (attribute: string, id: string): string => `⟨${attribute} of ${id}⟩`;

/** Whether a resolved value holds no marker: `⟨` stands in no name and no ARN of AWS. */
export function isKnown(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('⟨');
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isKnown);
}
