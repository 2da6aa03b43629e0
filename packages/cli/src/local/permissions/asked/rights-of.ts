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
        (resourceTypes.length > 0 ? arns : ['*']).map((resource) => ({ action: name, resource, context })),
      );
    }),
  );
  return rights.flat();
}
