import type { Node } from 'oxc-parser';
import type { Parsed } from '../source/parse.ts';

/** Finds the TSDoc comment of a call that declares something. */
export type CommentOf = (call: Node, ancestors: readonly Node[]) => string | undefined;

/**
 * The comment above a call's own statement, property or method, a decorated one's also below its decorators. What a call is handed to is no
 * declaration of it: a comment there says something else.
 */
export function commentsOf({ source, comments }: Parsed): CommentOf {
  if (!source.includes('/**')) return () => undefined;
  const before = new Map<number, string>();
  const blank = /\s*/y;
  let following: readonly [end: number, text: string] | undefined;
  for (const { type, start, end, value } of comments) {
    if (type === 'Block' && value.startsWith('*')) following = [end, value.slice(1)];
    // What stands between, as a linter's own comment, changes nothing.
    else if (following && nextOf(following[0]) === start) following = [end, following[1]];
    else following = undefined;
    if (following) before.set(nextOf(end), following[1]);
  }

  function nextOf(end: number): number {
    blank.lastIndex = end;
    blank.exec(source);
    return blank.lastIndex;
  }

  return (call, ancestors) => {
    for (const node of standingFor(call, ancestors)) {
      const found = before.get(node.start);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** What a call is all of, from itself to its statement. */
function* standingFor(call: Node, ancestors: readonly Node[]): Generator<Node> {
  let child = call;
  yield child;
  for (const parent of ancestors.toReversed()) {
    if (!isAllOf(parent, child)) return;
    yield parent;
    if (parent.type === 'MethodDefinition') yield parent.key;
    child = parent;
  }
}

function isAllOf(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ExpressionStatement':
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'Decorator':
    case 'ReturnStatement':
      return true;
    case 'CallExpression':
      return parent.callee === child;
    case 'VariableDeclarator':
      return parent.init === child;
    case 'VariableDeclaration':
      return parent.declarations[0] === child;
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === child;
    case 'AssignmentExpression':
      return parent.right === child;
    case 'MethodDefinition':
      return child.type === 'Decorator';
    default:
      return false;
  }
}
