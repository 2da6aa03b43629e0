import type { Json, JsonObject } from '../manifest/types.ts';

/** Who reads a pattern: EventBridge, the mapping of a queue or stream, or SNS. They know different operators. */
export type Dialect = 'bus' | 'mapping' | 'sns';

const EVERYWHERE = ['prefix', 'suffix', 'anything-but', 'numeric', 'exists', 'equals-ignore-case'];

/**
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
 * @see https://docs.aws.amazon.com/sns/latest/dg/string-value-matching.html
 */
const OPERATORS: Readonly<Record<Dialect, readonly string[]>> = {
  bus: [...EVERYWHERE, 'cidr', 'wildcard'],
  mapping: EVERYWHERE,
  sns: [...EVERYWHERE, 'cidr'],
};

/** What is wrong with a pattern, with the path to it; undefined where AWS would take it. */
export function patternFault(pattern: Json | undefined, dialect: Dialect, path = ''): string | undefined {
  if (!isObject(pattern)) return `${named(path)} is no object`;
  const keys = Object.keys(pattern);
  if (keys.length === 0) return `${named(path)} is empty`;
  return firstFault(keys, (key) => {
    const inner = path ? `${path}.${key}` : key;
    const value = pattern[key];
    if (key === '$or') return orFault(value, dialect, inner);
    return Array.isArray(value) ? listFault(value, dialect, inner) : patternFault(value, dialect, inner);
  });
}

function orFault(value: Json | undefined, dialect: Dialect, path: string): string | undefined {
  if (!Array.isArray(value) || value.length < 2) return `${named(path)} is no list of two patterns or more`;
  return firstFault([...value.keys()], (index) => patternFault(value[index], dialect, `${path}.${index}`));
}

/** An empty list means null to a mapping. */
function listFault(list: readonly Json[], dialect: Dialect, path: string): string | undefined {
  if (list.length === 0 && dialect !== 'mapping') return `${named(path)} is an empty list`;
  return firstFault(list, (value) => {
    if (Array.isArray(value)) return `${named(path)} has a list in its list`;
    return isObject(value) ? operatorFault(value, dialect, path) : undefined;
  });
}

function operatorFault(value: JsonObject, dialect: Dialect, path: string): string | undefined {
  const [operator, ...more] = Object.keys(value);
  if (operator === undefined || more.length > 0)
    return `${named(path)} needs one operator in each object of its list`;
  if (!OPERATORS[dialect].includes(operator)) {
    return `${named(path)} has the operator '${operator}', which is none of ${OPERATORS[dialect].join(', ')}`;
  }
  const operand = value[operator];
  const fault = operand === undefined ? 'nothing' : operandFault(operator, operand, dialect);
  return fault && `'${operator}' in ${named(path)} takes ${fault}`;
}

/** What the operator takes, where it was given something else. */
function operandFault(operator: string, operand: Json, dialect: Dialect): string | undefined {
  switch (operator) {
    case 'exists':
      return typeof operand === 'boolean' ? undefined : 'true or false';
    case 'numeric':
      return isNumeric(operand) ? undefined : "comparisons, as in ['>', 0, '<=', 5]";
    case 'cidr':
      return typeof operand === 'string' && isCidr(operand)
        ? undefined
        : "a block of addresses, as '10.0.0.0/24'";
    case 'wildcard':
      return texts(operand).every((text) => !text.includes('**')) && texts(operand).length > 0
        ? undefined
        : "text in which no '*' follows another";
    case 'anything-but':
      return isExclusion(operand, dialect)
        ? undefined
        : 'a value, a list of them, or one of prefix, suffix and their kin';
    case 'prefix':
    case 'suffix':
      return typeof operand === 'string' || ignoresCase(operand, dialect) ? undefined : 'text';
    default:
      return typeof operand === 'string' ? undefined : 'text';
  }
}

function isNumeric(operand: Json): boolean {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4)) return false;
  const pairs = operand.length / 2;
  return operand.every((part, index) =>
    index % 2 === 1
      ? typeof part === 'number'
      : ['<', '<=', '>', '>=', ...(pairs === 1 ? ['='] : [])].includes(part as string),
  );
}

function isCidr(text: string): boolean {
  const [, v4, v6] =
    /^(?:\d{1,3}(?:\.\d{1,3}){3}\/(\d{1,2})|[0-9A-Fa-f:.]+:[0-9A-Fa-f:.]*\/(\d{1,3}))$/.exec(text) ?? [];
  const octets = text.split('/')[0]?.split('.') ?? [];
  if (v4 !== undefined) return Number(v4) <= 32 && octets.every((octet) => Number(octet) <= 255);
  return v6 !== undefined && Number(v6) <= 128;
}

function isExclusion(operand: Json, dialect: Dialect): boolean {
  if (isObject(operand)) {
    const [operator = '', ...more] = Object.keys(operand);
    const allowed =
      dialect === 'bus' ? ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'] : ['prefix', 'suffix'];
    return more.length === 0 && allowed.includes(operator) && texts(operand[operator] ?? null).length > 0;
  }
  if (!Array.isArray(operand)) return typeof operand === 'string' || typeof operand === 'number';
  const kinds = new Set(operand.map((value) => typeof value));
  return kinds.size === 1 && (kinds.has('string') || kinds.has('number'));
}

function ignoresCase(operand: Json, dialect: Dialect): boolean {
  return dialect === 'bus' && isObject(operand) && typeof operand['equals-ignore-case'] === 'string';
}

function texts(operand: Json): string[] {
  const list = Array.isArray(operand) ? operand : [operand];
  return list.every((text) => typeof text === 'string') ? list : [];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function named(path: string): string {
  return path ? `'${path}'` : 'the pattern';
}

function firstFault<T>(list: readonly T[], faultOf: (value: T) => string | undefined): string | undefined {
  for (const value of list) {
    const fault = faultOf(value);
    if (fault) return fault;
  }
  return undefined;
}
