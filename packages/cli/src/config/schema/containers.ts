import { nearest } from '../../errors/nearest.ts';
import type { Fault, KeyPath } from './fault.ts';
import { ofType, type Rule } from './rules.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const object = ofType('an object', isObject);
const array = ofType('a list', Array.isArray);

/** A list whose items all follow one rule. */
export function list(item: Rule): Rule {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((entry, index) => item(entry, [...path, String(index)]))
      : array(value, path);
}

/** An object with keys of the user's choice; `named` may refuse a key. */
export function record(item: Rule, named: (path: KeyPath) => readonly Fault[] = () => []): Rule {
  return (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, entry]) => [
          ...named([...path, key]),
          ...item(entry, [...path, key]),
        ])
      : object(value, path);
}

/** An object with exactly the keys of `T`: the type makes sure that no key is forgotten here. */
export function fields<T>(rules: { readonly [K in keyof Required<T>]: Rule }): Rule {
  const known = new Map<string, Rule>(Object.entries<Rule>(rules));
  return (value, path) => {
    if (!isObject(value)) return object(value, path);
    return Object.entries(value).flatMap(([key, entry]) => {
      const rule = known.get(key);
      return rule ? rule(entry, [...path, key]) : [unknownKey([...path, key], [...known.keys()])];
    });
  };
}

/** The lists that an object has to have. */
export function neededLists(value: unknown, path: KeyPath, keys: readonly string[]): readonly Fault[] {
  if (!isObject(value)) return [];
  return keys.flatMap((key) =>
    value[key] === undefined
      ? [
          {
            code: 'CONFIG_TYPE' as const,
            path: [...path, key],
            message: 'is missing, but must be a list.',
            remedy: 'Write a list.',
          },
        ]
      : [],
  );
}

function unknownKey(path: KeyPath, known: readonly string[]): Fault {
  const meant = nearest(path.at(-1) ?? '', known);
  return {
    code: 'CONFIG_UNKNOWN_KEY',
    path,
    message: 'is not a key of the configuration.',
    remedy: meant ? `Did you mean '${meant}'?` : `Known here: ${known.join(', ')}.`,
  };
}
