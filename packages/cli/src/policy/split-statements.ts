import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { Statement } from '../resources/role/statement.ts';
import { statementSize } from './statements/size.ts';

/** What stands in a role's inline policy, and what goes into managed policies attached to it. */
export interface SplitStatements {
  readonly inline: readonly Statement[];
  readonly managed: readonly (readonly Statement[])[];
  readonly problems: readonly Problem[];
}

/**
 * IAM's quotas, in characters without white space; ten managed policies a role is the default that an
 * account may raise. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const INLINE_LIMIT = 10_240;
const MANAGED_LIMIT = 6_144;
const MANAGED_POLICIES = 10;
const FRAME = '{"Version":"2012-10-17","Statement":[]}'.length;

/**
 * Fills the inline policy first and then as many managed ones as are needed, in the order given.
 * POLICY_TOO_LARGE where ten do not do.
 *
 * @param limit characters of the inline policy; IAM's 10,240 without.
 */
export function splitStatements(
  statements: readonly Statement[],
  functionName: string,
  limit: number = INLINE_LIMIT,
): SplitStatements {
  const pieces = statements.flatMap((statement) =>
    cutToSize(statement, Math.min(limit, MANAGED_LIMIT) - FRAME),
  );
  const inline: Statement[] = [];
  const managed: Statement[][] = [];
  let room = limit - FRAME;
  let target = inline;
  for (const piece of pieces) {
    const size = statementSize(piece);
    if (size > room) {
      target = [];
      managed.push(target);
      room = MANAGED_LIMIT - FRAME;
    }
    target.push(piece);
    room -= size;
  }
  return {
    inline,
    managed,
    problems: managed.length > MANAGED_POLICIES ? [tooLarge(functionName, managed.length)] : [],
  };
}

/** Halves a statement's resources until each piece fits; one that can't be halved stays as it is. */
function cutToSize(statement: Statement, limit: number): readonly Statement[] {
  const { resources } = statement;
  if (statementSize(statement) <= limit || resources.length < 2) return [statement];
  const middle = Math.ceil(resources.length / 2);
  return [resources.slice(0, middle), resources.slice(middle)].flatMap((half) =>
    cutToSize({ ...statement, resources: half }, limit),
  );
}

function tooLarge(functionName: string, count: number): Problem {
  return problem('POLICY_TOO_LARGE', {
    message: `The policy of ${functionName} needs ${count} managed policies beside its own; IAM attaches ${MANAGED_POLICIES} to a role.`,
    subject: functionName,
    remedy: "Split the function, or write its `permissions` with patterns and set grants: 'explicit'.",
  });
}
