import { arnMatches } from './method-arn.ts';

/** What a policy says of one call: nothing that fits is `silent`, which does not let it through either. */
export type Verdict = 'allow' | 'deny' | 'silent';

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
}

/**
 * Evaluates the policy that an authorizer answered with. A statement with conditions lets nobody in here: what they are about is not
 * there to be looked at.
 *
 * @returns undefined for what is no policy
 */
export function policyVerdict(document: unknown, arn: string): Verdict | undefined {
  const said = (document as { readonly Statement?: unknown } | null | undefined)?.Statement;
  if (typeof said !== 'object' || said === null) return undefined;
  const statements = listed(said) as readonly Statement[];
  const fitting = statements.filter((statement) => covers(statement, arn));
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'deny';
  return fitting.some((one) => one.Effect === 'Allow' && !('Condition' in one)) ? 'allow' : 'silent';
}

function covers({ Action, Resource }: Statement, arn: string): boolean {
  const invokes = texts(Action).some((action) => arnMatches('execute-api:invoke', action.toLowerCase()));
  return invokes && texts(Resource).some((resource) => arnMatches(arn, resource));
}

function texts(value: unknown): readonly string[] {
  return listed(value).filter((one): one is string => typeof one === 'string');
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
