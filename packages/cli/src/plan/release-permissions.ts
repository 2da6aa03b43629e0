import type { AnyNode, Node } from '../graph/node.ts';
import { statementSize } from '../policy/statements/size.ts';
import { policyDocument } from '../resources/role/policy-document.ts';
import type { Statement } from '../resources/role/statement.ts';

/** A node that says what functions may do. */
export type PermissionNode = Node<'role'> | Node<'policy'>;

/** Characters of a role's inline policies. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const ROLE_LIMIT = 10_240;
/** Of a managed policy. */
const POLICY_LIMIT = 6_144;

/** The roles of the functions among some nodes, and the policies with what did not fit into those. */
export function permissionNodes(nodes: readonly AnyNode[]): readonly PermissionNode[] {
  const roles = new Set(nodes.flatMap((node) => (node.kind === 'function' ? [node.model.role.$ref] : [])));
  return nodes.filter(
    (node): node is PermissionNode =>
      (node.kind === 'role' && roles.has(node.id)) ||
      (node.kind === 'policy' && roles.has(node.model.role.$ref)),
  );
}

/**
 * A node that goes back, with what it may do now beside what it might do then: queues and streams stay as they are,
 * and need that. The next deploy takes away what is too much.
 *
 * @param newest the nodes as they are deployed.
 */
export function widened(then: AnyNode, newest: readonly AnyNode[]): AnyNode {
  const now = newest.find(({ id }) => id === then.id);
  if (!isPermission(then) || !now || !isPermission(now)) return then;
  const current = now.model.statements;
  const known = new Set(current.map(textOf));
  const statements = [...current, ...then.model.statements.filter((one) => !known.has(textOf(one)))];
  const size = statements.reduce((sum, one) => sum + statementSize(one), 0);
  const fits = size <= (then.kind === 'role' ? ROLE_LIMIT : POLICY_LIMIT);
  return fits ? ({ ...now, model: { ...now.model, statements } } as AnyNode) : then;
}

const isPermission = (node: AnyNode): node is PermissionNode =>
  node.kind === 'role' || node.kind === 'policy';

const textOf = (statement: Statement): string =>
  JSON.stringify(policyDocument([statement], (value) => value as never));
