import type { MethodDefinition, Node, ObjectProperty, PropertyDefinition } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { usesOf } from '../code/uses-of.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, none, unknown } from './fact.ts';
import { methodCalls } from './method-callers.ts';
import { elementFacts } from './property.ts';
import type { AnyFunction } from './returned.ts';

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

/** What is handed over for one parameter, by every caller. */
export function argumentsTo(evaluation: Evaluation, file: CodeFile, node: AnyFunction, index: number): Facts {
  const element = index === 0 ? elementHandedTo(evaluation, file, node) : undefined;
  if (element) return element;
  const { calls, open } = callersOf(evaluation, file, node);
  const handed = calls.map((call) => argumentAt(evaluation, call, index));
  return either(open ? [...handed, unknown] : handed);
}

/** `[orders, users].map((table) => …)`: the callback gets the elements of the list. */
function elementHandedTo(evaluation: Evaluation, file: CodeFile, node: AnyFunction): Facts | undefined {
  const call = file.parentOf(node);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== node) return undefined;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return undefined;
  if (!/^(map|flatMap|forEach|filter|find|some|every)$/.test(callee.property.name)) return undefined;
  return elementFacts(evaluation, evaluation.of(file, callee.object));
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
  if (node.type === 'FunctionDeclaration' && node.id)
    return callersOfName(evaluation, file, node.id, 'CallExpression');
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
    return callersOfName(evaluation, file, parent.id, 'CallExpression');
  }
  if (parent?.type === 'MethodDefinition' && parent.kind === 'constructor') {
    const owner = file.parentOf(file.parentOf(parent) ?? parent);
    const id = owner && 'id' in owner ? owner.id : undefined;
    return id ? callersOfName(evaluation, file, id as Node, 'NewExpression') : { calls: [], open: true };
  }
  if (
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'Property' ||
    parent?.type === 'PropertyDefinition'
  ) {
    return methodCalls(evaluation, file, parent as MethodDefinition | ObjectProperty | PropertyDefinition);
  }
  if (parent?.type === 'CallExpression' && parent.callee === node) {
    return { calls: [{ file, arguments: parent.arguments }], open: false };
  }
  return { calls: [], open: true };
}

/** A function or class that is only ever called or made by its name has no callers but these. */
function callersOfName(
  evaluation: Evaluation,
  file: CodeFile,
  id: Node,
  how: 'CallExpression' | 'NewExpression',
): Callers {
  const name = file.nameOf(id);
  if (!name) return { calls: [], open: true };
  const { uses, open } = usesOf(evaluation.code, file, name);
  const calls = uses.map(({ file: from, node }) => {
    const parent = from.parentOf(node);
    const isCall = parent?.type === how && parent.callee === node;
    return isCall ? { file: from, arguments: parent.arguments } : undefined;
  });
  const seen = calls.filter((call) => call !== undefined);
  // What nobody is seen to call is called by code that is not the project's.
  return { calls: seen, open: open || seen.length === 0 || seen.length < calls.length };
}
