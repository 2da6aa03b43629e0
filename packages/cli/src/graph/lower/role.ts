import type { Place } from '@tankard/framework/manifest';
import type { SplitStatements } from '../../policy/split-statements.ts';
import type { RoleModel } from '../../resources/role/model.ts';
import { ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { Names } from '../names.ts';
import type { Node } from '../node.ts';

/** A role, and managed policies for what does not fit into its own; whoever uses the role waits for these too. */
export function roleNodes(
  name: string,
  trust: Pick<RoleModel, 'trusts' | 'trustCondition'>,
  { inline, managed }: SplitStatements,
  { names, place }: { readonly names: Names; readonly place?: Place | undefined },
): { readonly role: Node<'role'>; readonly policies: readonly Node<'policy'>[] } {
  const model = { physicalName: names.iam(name), ...trust, statements: inline };
  const policies = managed.map((statements, index) => {
    const called = `${name}-${index + 1}`;
    const policy = { physicalName: names.iam(called), role: ref(`role:${name}`, 'name'), statements };
    return makeNode('policy', called, policy, { place });
  });
  return { role: makeNode('role', name, model, { place }), policies };
}
