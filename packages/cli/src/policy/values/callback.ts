import type { CallExpression, NewExpression, Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { Name } from '../code/names.ts';
import { type Callers, callersOfName, unseen } from './callers.ts';
import type { Evaluation } from './evaluation.ts';
import type { Facts } from './fact.ts';
import { elementFacts } from './property.ts';
import { type AnyFunction, isFunction } from './returned.ts';

/** `[orders, users].map((table) => …)` hands over elements, `connect().then((client) => …)` what is promised. */
export function handedByMethod(evaluation: Evaluation, file: CodeFile, node: AnyFunction): Facts | undefined {
  const call = file.parentOf(node);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== node) return undefined;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  if (callee.property.type !== 'Identifier') return undefined;
  const { name } = callee.property;
  if (name === 'then') return evaluation.of(file, callee.object);
  if (!/^(map|flatMap|forEach|filter|find|some|every)$/.test(name)) return undefined;
  return elementFacts(evaluation, evaluation.of(file, callee.object));
}

/** `withClient((client) => …)`: the callers are where the function that got the callback calls it. */
export function callbackCalls(
  evaluation: Evaluation,
  file: CodeFile,
  node: Node,
  call: CallExpression | NewExpression,
  names?: ReadonlySet<Name>,
): Callers {
  const index = call.arguments.findIndex((argument) => argument.start === node.start);
  const { known, open } = evaluation.of(file, call.callee);
  const all = known.map((fact): Callers => {
    const parameter = fact.is === 'code' && isFunction(fact.node) ? fact.node.params[index] : undefined;
    if (fact.is !== 'code' || parameter?.type !== 'Identifier') return unseen;
    return callersOfName(evaluation, fact.file, parameter, names);
  });
  return {
    calls: all.flatMap(({ calls }) => calls),
    open: open || all.length === 0 || all.some((callers) => callers.open),
  };
}
