import { BlockList, isIP } from 'node:net';
import type { Leaf } from './event-fields.ts';
import { wildcardMatcher } from './wildcard.ts';

export type ValueMatcher = (value: Leaf) => boolean;

/**
 * What one entry of a pattern's list takes: a value itself, or `{ operator: operand }`. `exists: false` is no property of a value, and
 * is not known here. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 *
 * @throws Error where there is no such operator, or it cannot take its operand.
 */
export function valueMatcher(entry: unknown): ValueMatcher {
  if (typeof entry !== 'object' || entry === null) return (value) => value === entry;
  const [operator = '', operand] = Object.entries(entry)[0] ?? [];
  const matcherOf = OPERATORS[operator];
  if (!matcherOf) throw new Error(`Unrecognized match type ${operator}`);
  return matcherOf(operand);
}

const OPERATORS: Readonly<Record<string, (operand: unknown) => ValueMatcher>> = {
  exists: () => () => true,
  prefix: (operand) => ofText(operand, (text, wanted) => text.startsWith(wanted)),
  suffix: (operand) => ofText(operand, (text, wanted) => text.endsWith(wanted)),
  'equals-ignore-case': (operand) => ofText({ 'equals-ignore-case': operand }, (text, one) => text === one),
  wildcard: (operand) => {
    const matches = wildcardMatcher(String(operand));
    return (value) => typeof value === 'string' && matches(value);
  },
  numeric: numericMatcher,
  cidr: cidrMatcher,
  'anything-but': anythingBut,
};

/** @param operand text, or `{ 'equals-ignore-case': text }`. */
function ofText(operand: unknown, test: (text: string, wanted: string) => boolean): ValueMatcher {
  if (typeof operand !== 'object' || operand === null)
    return (value) => typeof value === 'string' && test(value, String(operand));
  const wanted = String(Object.values(operand)[0]).toLowerCase();
  return (value) => typeof value === 'string' && test(value.toLowerCase(), wanted);
}

/** @param operand `['>', 0, '<=', 5]`. */
function numericMatcher(operand: unknown): ValueMatcher {
  const terms = operand as readonly unknown[];
  const tests = terms.flatMap((term, index) => {
    const compare = COMPARISONS[String(term)];
    const bound = Number(terms[index + 1]);
    return compare && index % 2 === 0 ? [(value: number) => compare(value, bound)] : [];
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function cidrMatcher(operand: unknown): ValueMatcher {
  const [network = '', prefix] = String(operand).split('/');
  const block = new BlockList();
  block.addSubnet(network, Number(prefix), familyOf(network));
  return (value) => typeof value === 'string' && isIP(value) > 0 && block.check(value, familyOf(value));
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** @param operand a value, a list of them, or `{ operator: text or list of texts }`. Values of other types are "anything" too. */
function anythingBut(operand: unknown): ValueMatcher {
  const [operator, inner] =
    typeof operand === 'object' && operand !== null && !Array.isArray(operand)
      ? (Object.entries(operand)[0] ?? [])
      : [undefined, operand];
  const excluded = (Array.isArray(inner) ? inner : [inner]).map((one) =>
    valueMatcher(operator === undefined ? one : { [operator]: one }),
  );
  return (value) => !excluded.some((matches) => matches(value));
}
