import type { Node } from 'oxc-parser';

/**
 * The name of the variable that a call's result is assigned to, as `listUsers` in
 * `const listUsers = app.route('GET /users', handler)`, also through `as` and where the call's
 * result is called in its turn.
 */
export function declaredName(call: Node, ancestors: readonly Node[]): string | undefined {
  let child = call;
  for (const parent of ancestors.toReversed()) {
    if (parent.type === 'VariableDeclarator') {
      return parent.init === child && parent.id.type === 'Identifier' ? parent.id.name : undefined;
    }
    if (!passesOn(parent, child)) return undefined;
    child = parent;
  }
  return undefined;
}

function passesOn(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return true;
    case 'CallExpression':
      return parent.callee === child;
    default:
      return false;
  }
}
