import type { Problem } from '@tankard/framework/manifest';
import type { FunctionSpec } from '../build/functions.ts';
import type { Statement } from '../resources/role/statement.ts';
import { isMatched } from './actions/iam-actions.ts';
import type { PolicyContext } from './context.ts';
import { checkPermissions } from './statements/check-permissions.ts';
import { permissionsOf, type Written } from './statements/function-permissions.ts';
import type { Granted } from './statements/grant.ts';
import { grantCall } from './statements/grant-call.ts';
import { grantConnections } from './statements/grant-connections.ts';
import { grantSecrets } from './statements/grant-secrets.ts';
import { grantWritten } from './statements/grant-written.ts';
import { mergeGrants } from './statements/merge.ts';
import type { FunctionUsage, NotSeen } from './usage.ts';

/** The policy of one function, as far as its code and its settings ask for it. */
export interface FunctionStatements {
  readonly statements: readonly Statement[];
  /** What the code may do that could not be granted, or not be seen. */
  readonly notes: readonly NotSeen[];
  /** `permissions` that IAM does not know. */
  readonly problems: readonly Problem[];
}

/**
 * What one function may do: what its code asks for, and what its `permissions` add. Event sources and
 * logs are {@link sourceStatements}'s.
 */
export async function statementsFor(
  spec: FunctionSpec,
  usage: FunctionUsage,
  context: PolicyContext,
): Promise<FunctionStatements> {
  const permissions = permissionsOf(spec, context);
  const derived = permissions.derived ? await derive(usage, context) : nothing;
  const written = await Promise.all(permissions.written.map((each) => grantWritten(each, context)));
  return {
    statements: mergeGrants([...derived.grants, ...written.flat()]),
    notes: uniqueNotes([
      ...permissions.notes,
      ...derived.notes.filter((note) => !isWritten(note, permissions.written)),
    ]),
    problems: await checkPermissions(permissions.written),
  };
}

const nothing: Granted = { grants: [], notes: [] };

async function derive(usage: FunctionUsage, context: PolicyContext): Promise<Granted> {
  const calls = await Promise.all(usage.calls.map((call) => grantCall(call, usage, context)));
  return {
    grants: [
      ...calls.flatMap(({ grants }) => grants),
      ...grantSecrets(usage, context),
      ...grantConnections(usage, context),
    ],
    notes: [...usage.notSeen, ...calls.flatMap(({ notes }) => notes)],
  };
}

/** What a note says to add is there already. */
function isWritten({ action }: NotSeen, written: readonly Written[]): boolean {
  if (action === undefined) return false;
  return written.some(({ permission }) => permission.actions.some((pattern) => isMatched(pattern, action)));
}

function uniqueNotes(notes: readonly NotSeen[]): readonly NotSeen[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
