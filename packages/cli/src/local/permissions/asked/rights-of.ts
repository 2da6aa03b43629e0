import { actionsOf } from '../../../policy/actions/actions-of.ts';
import type { Right } from '../right.ts';
import type { AskedCall } from './read-call.ts';
import { type Realm, touchedBy } from './touched.ts';

/**
 * What a call must be allowed. The actions are those that the derivation takes for the same operation: a policy that lacks one is
 * found out here as it is in AWS, as far as our table of actions is right.
 */
export async function rightsOf(call: AskedCall, realm: Realm): Promise<readonly Right[]> {
  const { client, operation, input } = call;
  const rights = await Promise.all(
    touchedBy(call, realm).map(async ({ arns, part, context = {} }) => {
      const asked = { client, operation, part, inputs: Object.keys(input), place: { file: '', line: 0 } };
      const actions = (await actionsOf(asked)) ?? [];
      return actions.flatMap(({ name, resourceTypes }) =>
        resourcesOf(name, resourceTypes.length > 0 ? arns : ['*'], input).map((resource) => ({
          action: name,
          resource,
          context,
        })),
      );
    }),
  );
  return rights.flat();
}

/** Who hands a role to a service may pass that role, whatever else the call is about; without a role there is nothing to pass. */
function resourcesOf(action: string, arns: readonly string[], input: AskedCall['input']): readonly string[] {
  return action === 'iam:PassRole' ? [...new Set(rolesIn(input))] : arns;
}

function rolesIn(input: unknown): readonly string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) =>
    name === 'RoleArn' && typeof value === 'string' ? [value] : rolesIn(value),
  );
}
