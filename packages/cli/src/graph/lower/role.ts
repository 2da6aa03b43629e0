import type { Place } from '@tankard/framework/manifest';
import type { SplitStatements } from '../../policy/split-statements.ts';
import type { RoleModel } from '../../resources/role/model.ts';
import { join, pseudo, ref, type Value } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { Node } from '../node.ts';
import type { Lowering } from './lowering.ts';

/** A role, and managed policies for what does not fit into its own; whoever uses the role waits for these too. */
export function roleNodes(
  name: string,
  trust: Pick<RoleModel, 'trusts' | 'trustCondition'>,
  { inline, managed }: SplitStatements,
  { names, config }: Pick<Lowering, 'names' | 'config'>,
  place?: Place,
): { readonly role: Node<'role'>; readonly policies: readonly Node<'policy'>[] } {
  const { permissionsBoundary, rolePath: path } = config;
  const boundary = permissionsBoundary === undefined ? undefined : policyArn(permissionsBoundary);
  const model = { physicalName: names.iam(name), path, boundary, ...trust, statements: inline };
  const policies = managed.map((statements, index) => {
    const called = `${name}-${index + 1}`;
    const role = ref(`role:${name}`, 'name');
    const policy = { physicalName: names.iam(called), path, role, statements };
    return makeNode('policy', called, policy, { place });
  });
  return { role: makeNode('role', name, model, { place }), policies };
}

/** A name alone is that of a policy in the app's own account. */
function policyArn(text: string): Value {
  if (text.startsWith('arn:')) return text;
  return join('arn:', pseudo('partition'), ':iam::', pseudo('accountId'), ':policy/', text);
}
