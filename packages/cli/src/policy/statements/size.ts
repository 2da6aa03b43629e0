import type { Statement } from '../../resources/role/statement.ts';
import { isOpen, type Value } from '../../resources/value.ts';

/** The longest that AWS's own values get: `us-isof-south-1`, `aws-us-gov`, an account's 12 digits. */
const pseudoLength = { accountId: 12, region: 15, partition: 10, urlSuffix: 16 } as const;
/** An ARN of a name of 64 characters, with the secret's suffix or a stream's label and room to spare. */
const arnLength = 160;
/** A parameter's value, which nobody knows when a template is made: an address or an ARN. */
const parameterLength = 128;

/**
 * How many characters a statement takes in a policy, at most. IAM counts no white space outside of texts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function statementSize({ actions, resources, conditions }: Statement): number {
  const frame = '{"Effect":"Allow","Action":,"Resource":},'.length;
  const condition = conditions ? ',"Condition":'.length + sizeOf(conditions) : 0;
  return frame + sizeOf(actions) + sizeOf(resources) + condition;
}

/** How many characters a value takes as JSON once it is known, at most. */
export function sizeOf(value: Value): number {
  return typeof value === 'string' || isOpen(value) ? textLength(value) + 2 : structureSize(value);
}

function structureSize(value: Value): number {
  if (isList(value)) return value.reduce((sum: number, each) => sum + sizeOf(each) + 1, 1);
  if (typeof value !== 'object' || value === null) return String(value).length;
  return Object.entries(value).reduce((sum, [key, each]) => sum + key.length + 4 + sizeOf(each), 1);
}

function textLength(value: Value): number {
  if (typeof value !== 'object' || value === null) return String(value).length;
  if ('$join' in value && isList(value.$join)) {
    return value.$join.reduce((sum: number, piece) => sum + textLength(piece), 0);
  }
  if ('$pseudo' in value && typeof value.$pseudo === 'string') {
    return pseudoLength[value.$pseudo as keyof typeof pseudoLength];
  }
  return '$parameter' in value ? parameterLength : arnLength;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
