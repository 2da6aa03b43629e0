import type { Class, MethodDefinition, Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { usesOf } from '../code/uses-of.ts';
import { type Callers, unseen } from './callers.ts';
import type { Evaluation } from './evaluation.ts';
import { isClass } from './member.ts';

/** Every `new` of a class, and every `super(…)` of the classes that extend it. */
export function constructorCalls(evaluation: Evaluation, file: CodeFile, made: MethodDefinition): Callers {
  const body = file.parentOf(made);
  const owner = body && file.parentOf(body);
  return owner && isClass(owner) ? callsOfClass(evaluation, file, owner) : unseen;
}

function callsOfClass(evaluation: Evaluation, file: CodeFile, owner: Class): Callers {
  const name = owner.id ? file.nameOf(owner.id) : undefined;
  if (!name) return unseen;
  const { uses, open } = usesOf(evaluation.code, file, name);
  const all = uses.map(({ file: from, node }): Callers => {
    const parent = from.parentOf(node);
    if (parent?.type === 'NewExpression' && parent.callee === node) {
      return { calls: [{ file: from, arguments: parent.arguments }], open: false };
    }
    if (parent && isClass(parent) && parent.superClass === node)
      return callsOfDerived(evaluation, from, parent);
    // `Store.open()` reads something static and makes nothing.
    return parent?.type === 'MemberExpression' && parent.object === node
      ? { calls: [], open: false }
      : unseen;
  });
  const calls = all.flatMap((callers) => callers.calls);
  return { calls, open: open || calls.length === 0 || all.some((callers) => callers.open) };
}

/** A class without a constructor of its own hands on what it is made with. */
function callsOfDerived(evaluation: Evaluation, file: CodeFile, derived: Class): Callers {
  const own = derived.body.body.some((element) => 'kind' in element && element.kind === 'constructor');
  if (!own) return callsOfClass(evaluation, file, derived);
  const calls = file.running.flatMap((node) =>
    isSuperCall(node) && node.start > derived.start && node.end < derived.end
      ? [{ file, arguments: node.arguments }]
      : [],
  );
  return { calls, open: false };
}

function isSuperCall(node: Node): node is Extract<Node, { type: 'CallExpression' }> {
  return node.type === 'CallExpression' && node.callee.type === 'Super';
}
