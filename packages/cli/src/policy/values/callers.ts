import type { MethodDefinition, Node, ObjectProperty, PropertyDefinition } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { Name } from '../code/names.ts';
import { usesOf } from '../code/uses-of.ts';
import { callbackCalls, handedByMethod } from './callback.ts';
import { constructorCalls } from './constructor-callers.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, none, unknown } from './fact.ts';
import { methodCalls } from './method-callers.ts';
import { elementFacts } from './property.ts';
import type { AnyFunction } from './returned.ts';
import { handedByFramework } from './socket.ts';

/** A call of one of the project's functions. */
export interface Caller {
  readonly file: CodeFile;
  readonly arguments: readonly Node[];
}

/** Every call of a function; `open` where there may be more than the code shows. */
export interface Callers {
  readonly calls: readonly Caller[];
  readonly open: boolean;
}

/** Called by nothing that the code shows, and perhaps by something else. */
export const unseen: Callers = { calls: [], open: true };

/** What is handed over for one parameter, by every caller. */
export function argumentsTo(evaluation: Evaluation, file: CodeFile, node: AnyFunction, index: number): Facts {
  const handed =
    index === 0
      ? (handedByFramework(evaluation, file, node) ?? handedByMethod(evaluation, file, node))
      : undefined;
  if (handed) return handed;
  const { calls, open } = callersOf(evaluation, file, node);
  const given = calls.map((call) => argumentAt(evaluation, call, index));
  return either(open ? [...given, unknown] : given);
}

function argumentAt(evaluation: Evaluation, { file, arguments: given }: Caller, index: number): Facts {
  const spread = given.findIndex((each) => each.type === 'SpreadElement');
  const argument = given[spread >= 0 ? Math.min(spread, index) : index];
  if (!argument) return none;
  if (argument.type !== 'SpreadElement') return evaluation.of(file, argument);
  return elementFacts(evaluation, evaluation.of(file, argument.argument));
}

function callersOf(evaluation: Evaluation, file: CodeFile, node: AnyFunction): Callers {
  const parent = file.parentOf(node);
  if (node.type === 'FunctionDeclaration') return node.id ? callersOfName(evaluation, file, node.id) : unseen;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? callersOfName(evaluation, file, parent.id) : unseen;
    case 'MethodDefinition':
      if (parent.kind === 'constructor') return constructorCalls(evaluation, file, parent);
      return methodCalls(evaluation, file, parent);
    case 'Property':
    case 'PropertyDefinition':
      // A function is no pattern: what holds it is a literal's property or a class's field.
      return methodCalls(evaluation, file, parent as MethodDefinition | ObjectProperty | PropertyDefinition);
    case 'CallExpression':
    case 'NewExpression':
      if (parent.callee === node) return { calls: [{ file, arguments: parent.arguments }], open: false };
      return callbackCalls(evaluation, file, node, parent);
    default:
      return unseen;
  }
}

/** A function that is only ever called by its name, or by another that it is given, has no callers but these. */
export function callersOfName(
  evaluation: Evaluation,
  file: CodeFile,
  id: Node,
  before: ReadonlySet<Name> = new Set(),
): Callers {
  const name = file.nameOf(id);
  if (!name) return unseen;
  // A name that leads back to itself is called by nobody else.
  if (before.has(name)) return { calls: [], open: false };
  const names = new Set([...before, name]);
  const { uses, open } = usesOf(evaluation.code, file, name);
  const all = uses.map(({ file: from, node }) => callersThrough(evaluation, from, node, names));
  const calls = all.flatMap((callers) => callers.calls);
  // What nobody is seen to call is called by code that is not the project's.
  return { calls, open: open || calls.length === 0 || all.some((callers) => callers.open) };
}

/** What a use of a function's name does with it: it calls it, or gives it another name. */
function callersThrough(
  evaluation: Evaluation,
  file: CodeFile,
  node: Node,
  names: ReadonlySet<Name>,
): Callers {
  const parent = file.parentOf(node);
  switch (parent?.type) {
    case 'CallExpression':
      if (parent.callee === node) return { calls: [{ file, arguments: parent.arguments }], open: false };
      return callbackCalls(evaluation, file, node, parent, names);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? callersOfName(evaluation, file, parent.id, names) : unseen;
    case 'Property':
      return file.parentOf(parent)?.type === 'ObjectExpression'
        ? methodCalls(evaluation, file, parent as ObjectProperty)
        : unseen;
    default:
      return unseen;
  }
}
