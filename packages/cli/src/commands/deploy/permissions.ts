import type { Step } from '../../plan/plan.ts';
import type { Property } from '../../resources/reconciler.ts';

/** What a step gives to a function's role and takes from it: `dynamodb:GetItem on arn:… if …`. */
export interface PermissionChanges {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** The properties that hold a policy, by kind. */
const DOCUMENTS: Readonly<Record<string, string>> = { role: 'policy', policy: 'document' };

/** Permissions that a step changes; nothing where it is about something else. */
export function permissionChanges(step: Step): PermissionChanges | undefined {
  const name = DOCUMENTS[step.kind];
  if (name === undefined || !('properties' in step)) return undefined;
  const before = grantsIn('observed' in step ? step.observed.properties[name] : undefined);
  const after = grantsIn(step.properties[name]);
  const gained = after.filter((grant) => !before.includes(grant));
  const lost = before.filter((grant) => !after.includes(grant));
  return gained.length + lost.length > 0 ? { gained, lost } : undefined;
}

/** Whether a property is the policy of which {@link permissionChanges} tells. */
export function isPolicyPath(step: Step, path: string): boolean {
  const name = DOCUMENTS[step.kind];
  return name !== undefined && (path === name || path.startsWith(`${name}.`));
}

function grantsIn(document: Property | undefined): readonly string[] {
  const grants = listOf(member(document, 'Statement')).flatMap((statement) => {
    const condition = member(statement, 'Condition');
    const only = condition === undefined ? '' : ` if ${JSON.stringify(condition)}`;
    const never = member(statement, 'Effect') === 'Deny' ? 'never ' : '';
    const resources = listOf(member(statement, 'Resource'));
    return listOf(member(statement, 'Action')).flatMap((action) =>
      resources.map((resource) => `${never}${String(action)} on ${String(resource)}${only}`),
    );
  });
  return [...new Set(grants)];
}

function member(value: Property | undefined, name: string): Property | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return (value as { readonly [name: string]: Property | undefined })[name];
}

/** IAM writes a list of one as the one. */
function listOf(value: Property | undefined): readonly Property[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Property];
}
