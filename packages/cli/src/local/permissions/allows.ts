import { isLike } from '../../resources/role/like.ts';
import type { AllowStatement, Right } from './right.ts';

/**
 * Whether a role allows something, as IAM reads it: an action's case is ignored, `*` and `?` stand for anything, and all conditions hold.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function allows(statements: readonly AllowStatement[], right: Right): boolean {
  return statements.some(
    ({ actions, resources, conditions = {} }) =>
      actions.some((pattern) => isLike(pattern.toLowerCase(), right.action.toLowerCase())) &&
      resources.some((pattern) => isLike(pattern, right.resource)) &&
      Object.entries(conditions).every(([operator, keys]) =>
        Object.entries(keys).every(([key, values]) => holds(operator, right.context[key], [values].flat())),
      ),
  );
}

type Compare = (pattern: string, value: string) => boolean;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: Readonly<Record<string, Compare>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringEqualsIgnoreCase: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  StringLike: (pattern, value) => isLike(pattern, value),
  ArnEquals: (pattern, value) => isLike(pattern, value),
  ArnLike: (pattern, value) => isLike(pattern, value),
  Bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
};

/** An operator that is not known here never holds, nor does one whose key the request has no value for, unless it ends in `IfExists`. */
function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  const plain = operator.replace(/^For(?:Any|All)Values?:/, '');
  const name = plain.replace(/IfExists$/, '');
  if (value === undefined) return plain.endsWith('IfExists');
  const negated = /^(String|Arn)Not(\w+)$/.exec(name);
  const compare = OPERATORS[negated ? `${negated[1]}${negated[2]}` : name];
  if (!compare) return false;
  const any = wanted.some((one) => compare(one, value));
  return negated ? !any : any;
}
