import type { Cfn, CfnObject } from '../template.ts';
import type { Value } from '../value.ts';
import type { Statement } from './statement.ts';

/** IAM's policy language of this date; there is no newer one. */
const VERSION = '2012-10-17';

/** Statements as an IAM policy. */
export function policyDocument(statements: readonly Statement[], value: (value: Value) => Cfn): CfnObject {
  return {
    Version: VERSION,
    Statement: statements.map(({ effect = 'Allow', actions, resources, conditions }) => ({
      Effect: effect,
      Action: single(actions),
      Resource: value(single(resources)),
      Condition: conditions && value(conditions),
    })),
  };
}

/** Who may assume a role, or send to a queue. */
export function trustDocument(
  principal: CfnObject,
  action: string,
  more: { readonly Resource?: Cfn; readonly Condition?: Cfn },
): CfnObject {
  return {
    Version: VERSION,
    Statement: [{ Effect: 'Allow', Principal: principal, Action: action, ...more }],
  };
}

/** IAM writes a list of one as the one. */
function single<T>(list: readonly T[]): T | readonly T[] {
  const [first] = list;
  return list.length === 1 && first !== undefined ? first : list;
}
