import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { isReadName } from '../code/names.ts';
import type { SdkCall } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { propertyName } from '../values/expression.ts';
import type { Fact } from '../values/fact.ts';
import { describeCall } from './describe-call.ts';
import { destinationOf } from './destination.ts';
import { commandOperation, functionOperation, methodOperation, type Operation } from './operations.ts';

/**
 * Command classes, paginators and methods that are handed on as values. Where the project's own code is seen to
 * use what was handed on, that use counts; where not, the operation counts with whatever input.
 */
export function valueUses(evaluation: Evaluation): readonly SdkCall[] {
  const handed: {
    readonly file: CodeFile;
    readonly node: Node;
    readonly operation: Operation;
    readonly lost: boolean;
  }[] = [];
  const followed = new Set<string>();
  for (const file of evaluation.code.files) {
    for (const node of file.running) {
      if (node.type === 'NewExpression' || node.type === 'CallExpression') {
        if (!isDirect(evaluation, file, node.callee))
          for (const key of keysOf(evaluation, file, node.callee)) followed.add(key);
        continue;
      }
      if (!isRead(file, node)) continue;
      const to = isBound(file, node) ? 'outside' : destinationOf(evaluation, file, node).to;
      if (to === 'use' || to === 'nothing') continue;
      for (const operation of operationsOf(evaluation, file, node)) {
        handed.push({ file, node, operation, lost: to !== 'project' });
      }
    }
  }
  return handed
    .filter(({ operation, lost }) => lost || !followed.has(keyOf(operation)))
    .flatMap(({ file, node, operation }) => describeCall(evaluation, file, node, operation));
}

function operationsOf(evaluation: Evaluation, file: CodeFile, node: Node): readonly Operation[] {
  return evaluation.of(file, node).known.flatMap((fact) => operationOf(fact) ?? []);
}

function operationOf(fact: Fact): Operation | undefined {
  if (fact.is === 'method') return methodOperation(fact.package, fact.name, fact.method);
  if (fact.is !== 'export') return undefined;
  return commandOperation(fact.package, fact.name) ?? functionOperation(fact.package, fact.name);
}

const keyOf = ({ client, operation }: Operation): string => `${client} ${operation}`;

const keysOf = (evaluation: Evaluation, file: CodeFile, node: Node): readonly string[] =>
  operationsOf(evaluation, file, node).map(keyOf);

/** `client.putItem.bind(client)`: the method goes on under another name. */
function isBound(file: CodeFile, node: Node): boolean {
  const parent = file.parentOf(node);
  if (parent?.type !== 'MemberExpression' || parent.object !== node || parent.computed) return false;
  return parent.property.type === 'Identifier' && /^(bind|call|apply)$/.test(parent.property.name);
}

/** Whether an identifier or member is read as a value. */
function isRead(file: CodeFile, node: Node): boolean {
  if (node.type === 'MemberExpression') return true;
  return node.type === 'Identifier' && isReadName(file.nameOf(node), node);
}

/** Whether a callee is a client's own method or imported from its package, and not a value that was handed on. */
function isDirect(evaluation: Evaluation, file: CodeFile, callee: Node): boolean {
  if (callee.type === 'MemberExpression') {
    const name = propertyName(evaluation, file, callee);
    const isMethod = evaluation
      .of(file, callee)
      .known.some((fact) => fact.is === 'method' && fact.method === name);
    return isMethod || isDirect(evaluation, file, callee.object);
  }
  if (callee.type !== 'Identifier') return false;
  return (
    file.nameOf(callee)?.definitions.every(({ kind, node }) => {
      const declaration = kind === 'import' ? file.parentOf(node) : undefined;
      return (
        declaration?.type === 'ImportDeclaration' && !evaluation.code.resolve(file, declaration.source.value)
      );
    }) ?? false
  );
}
