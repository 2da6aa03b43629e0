import type { Node } from 'oxc-parser';
import { declaringCall } from '../../build/source/calls.ts';
import type { CodeFile } from '../code/code-file.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { isClass } from '../values/member.ts';
import { isFunction } from '../values/returned.ts';

/** Where a value goes from the place where an expression reads it. */
export type Destination =
  /** Into a name, a field or one of the project's functions, where it is followed further. */
  | { readonly to: 'project' }
  /** Something is read from it, or it is called. */
  | { readonly to: 'use' }
  /** It is what a handler or a resource is declared with. */
  | { readonly to: 'declaration' }
  /** Nothing is done with it that could matter, as `x instanceof PutItemCommand`. */
  | { readonly to: 'nothing' }
  /** Into code that is not the project's. */
  | { readonly to: 'outside'; readonly package?: string | undefined };

/** Follows an expression outwards to where its value goes. */
export function destinationOf(evaluation: Evaluation, file: CodeFile, node: Node): Destination {
  const parent = file.parentOf(node);
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node ? { to: 'use' } : { to: 'outside' };
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node ? { to: 'use' } : argumentDestination(evaluation, file, parent);
    case 'VariableDeclarator':
    case 'PropertyDefinition':
    case 'AssignmentPattern':
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'ExportSpecifier':
    case 'ExportDefaultDeclaration':
    case 'ForOfStatement':
      return { to: 'project' };
    case 'AssignmentExpression':
      return assignmentDestination(evaluation, file, parent);
    case 'ExpressionStatement':
    case 'UnaryExpression':
    case 'IfStatement':
      return { to: 'nothing' };
    case 'BinaryExpression':
      return parent.operator === '+' ? { to: 'outside' } : { to: 'nothing' };
    case 'Property':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'SpreadElement':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'SequenceExpression':
    case 'AwaitExpression':
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return destinationOf(evaluation, file, parent);
    default:
      return { to: 'outside' };
  }
}

/** `event.client = client`: what is put into something unknown is not followed. */
function assignmentDestination(
  evaluation: Evaluation,
  file: CodeFile,
  { left }: Extract<Node, { type: 'AssignmentExpression' }>,
): Destination {
  if (left.type !== 'MemberExpression') return { to: 'project' };
  const { known } = evaluation.of(file, left.object);
  return known.some((fact) => fact.is === 'code' || fact.is === 'object')
    ? { to: 'project' }
    : { to: 'outside' };
}

/** `super(orders)` goes to the base class, which is the project's or a package's. */
function superDestination(evaluation: Evaluation, file: CodeFile, call: Node): Destination {
  let at = file.parentOf(call);
  while (at && !isClass(at)) at = file.parentOf(at);
  const bases = at?.superClass ? evaluation.of(file, at.superClass).known : [];
  return bases.some((base) => base.is === 'code') ? { to: 'project' } : { to: 'outside' };
}

function argumentDestination(
  evaluation: Evaluation,
  file: CodeFile,
  call: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>,
): Destination {
  if (declaringCall(call)) return { to: 'declaration' };
  if (call.callee.type === 'Super') return superDestination(evaluation, file, call);
  const { known, open } = evaluation.of(file, call.callee);
  for (const fact of known) {
    if (fact.is === 'export' || fact.is === 'static') return { to: 'outside', package: fact.package };
    if (fact.is === 'instance' || fact.is === 'method') return { to: 'outside', package: fact.package };
  }
  const isOurs = known.every((fact) => fact.is === 'code' && (isFunction(fact.node) || isClass(fact.node)));
  return isOurs && !open && known.length > 0 ? { to: 'project' } : { to: 'outside' };
}
