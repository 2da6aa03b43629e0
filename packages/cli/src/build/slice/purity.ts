import type { Argument, Expression, Node } from 'oxc-parser';
import { unwrapped } from '../source/calls.ts';
import { isPureCallee, isPureGlobal, makesValues } from './pure-packages.ts';

/** What the purity of an expression depends on beside itself. */
export interface Names {
  /** The package that a module-level name is imported from. */
  packageOf(name: string): string | undefined;
  /** What a module-level constant is initialised with. */
  initialiserOf(name: string): Expression | undefined;
  /** Whether a name is declared in the file, and so is no global. */
  isDeclared(name: string): boolean;
  /** Whether a call carries the comment by which bundlers know it as pure. */
  isMarkedPure(node: Node): boolean;
}

/**
 * Whether evaluating an expression changes nothing, so that it may go where nothing reaches its
 * value. Reading a property counts as pure. Calls do not, but for constructors of SDK clients,
 * schemas and what else `pure-packages.ts` lists.
 */
export function isPure(expression: Expression, names: Names): boolean {
  const node = unwrapped(expression);
  const pure = (inner: Expression) => isPure(inner, names);
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'MetaProperty':
    case 'ThisExpression':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every(pure);
    case 'ArrayExpression':
      return node.elements.every((element) => element === null || isPureArgument(element, names));
    case 'ObjectExpression':
      return node.properties.every((property) =>
        property.type === 'SpreadElement'
          ? pure(property.argument)
          : (!property.computed || pure(property.key as Expression)) && pure(property.value as Expression),
      );
    case 'UnaryExpression':
      return node.operator !== 'delete' && pure(node.argument);
    case 'BinaryExpression':
      return node.left.type !== 'PrivateIdentifier' && pure(node.left) && pure(node.right);
    case 'LogicalExpression':
      return pure(node.left) && pure(node.right);
    case 'ConditionalExpression':
      return pure(node.test) && pure(node.consequent) && pure(node.alternate);
    case 'MemberExpression':
      return (
        node.object.type !== 'Super' &&
        pure(node.object) &&
        (!node.computed || pure(node.property as Expression))
      );
    case 'ChainExpression':
      return pure(node.expression);
    case 'NewExpression':
    case 'CallExpression':
      return isPureCall(node, names);
    default:
      return false;
  }
}

function isPureCall(
  node: Extract<Expression, { type: 'NewExpression' | 'CallExpression' }>,
  names: Names,
): boolean {
  if (!node.arguments.every((argument) => isPureArgument(argument, names))) return false;
  if (names.isMarkedPure(node)) return true;
  const path = pathOf(node.callee);
  if (path && !names.isDeclared(path.root)) return isPureGlobal(path.text, node.type === 'NewExpression');
  const from = path && names.packageOf(path.root);
  if (from !== undefined) return isPureCallee(from, path?.text ?? '', node.type === 'NewExpression');
  return comesFromValues(node.callee, names, 0);
}

function isPureArgument(argument: Argument, names: Names): boolean {
  return isPure(argument.type === 'SpreadElement' ? argument.argument : argument, names);
}

/** `a.b.c` as its root and text. */
function pathOf(node: Node): { readonly root: string; readonly text: string } | undefined {
  if (node.type === 'Identifier') return { root: node.name, text: node.name };
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const object = pathOf(node.object);
  return object && { root: object.root, text: `${object.text}.${node.property.name}` };
}

/** Whether a chain such as `z.object({}).partial()` or `Message.extend({})` starts at a package that only makes values. */
function comesFromValues(node: Node, names: Names, depth: number): boolean {
  if (depth > 20) return false;
  if (node.type === 'MemberExpression') return comesFromValues(node.object, names, depth + 1);
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const pure = node.arguments.every((argument) => isPureArgument(argument, names));
    return pure && comesFromValues(node.callee, names, depth + 1);
  }
  if (node.type !== 'Identifier') return false;
  const from = names.packageOf(node.name);
  if (from !== undefined) return makesValues(from);
  const initialiser = names.initialiserOf(node.name);
  return initialiser !== undefined && comesFromValues(unwrapped(initialiser), names, depth + 1);
}
