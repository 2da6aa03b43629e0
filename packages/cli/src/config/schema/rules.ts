import type { Fault, KeyPath } from './fault.ts';

/** Looks at one value and says what is wrong with it. An absent value is never wrong. */
export type Rule = (value: unknown, path: KeyPath) => readonly Fault[];

/** Bounds of a whole number, both allowed. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Follows the number in messages: `MB`, `seconds`. */
  readonly unit: string;
  /** Whose bound it is, with the page that says so. */
  readonly says: string;
}

export const text: Rule = ofType('text', (value) => typeof value === 'string');

/** Text of so many characters at most. */
export function shortText(max: number, says: string): Rule {
  return (value, path) => {
    if (typeof value !== 'string' || value.length <= max) return text(value, path);
    const message = `has ${value.length} characters; allowed are ${max}.`;
    return [{ code: 'CONFIG_BOUNDS', path, message, remedy: says }];
  };
}

export const flag: Rule = ofType('true or false', (value) => typeof value === 'boolean');

/** A whole number; without bounds any that is not negative. */
export function whole(bounds?: Bounds): Rule {
  const isWhole = ofType('a whole number', (value) => Number.isInteger(value) && Number(value) >= 0);
  return (value, path) => {
    const wrong = isWhole(value, path);
    if (wrong.length > 0 || value === undefined || !bounds) return wrong;
    const { min, max, unit, says } = bounds;
    if (Number(value) >= min && Number(value) <= max) return [];
    return [
      {
        code: 'CONFIG_BOUNDS',
        path,
        message: `is ${value} ${unit}; allowed are ${min} to ${max}.`,
        remedy: says,
      },
    ];
  };
}

/** One of a few words. */
export function choice(...words: readonly string[]): Rule {
  return ofType(words.map((word) => `'${word}'`).join(' or '), (value) =>
    words.some((word) => word === value),
  );
}

/** A rule for values that `holds` accepts; `expected` ends the sentence "must be …". */
export function ofType(expected: string, holds: (value: unknown) => boolean): Rule {
  return (value, path) =>
    value === undefined || holds(value)
      ? []
      : [
          {
            code: 'CONFIG_TYPE',
            path,
            message: `is ${shown(value)}, but must be ${expected}.`,
            remedy: `Write ${expected}.`,
          },
        ];
}

function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text '${value}'`;
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'function') return 'a function';
  return `the ${typeof value} ${String(value)}`;
}
