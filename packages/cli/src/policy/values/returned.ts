import type { Node } from 'oxc-parser';
import { walk } from '../../build/source/walk.ts';
import type { CodeFile } from '../code/code-file.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, none, orElse } from './fact.ts';
import { typeFacts } from './type.ts';

/** A function of the project, in any of its forms. */
export type AnyFunction = Extract<Node, { params: unknown; body: unknown }>;

/** Whether a node is a function of the project that has a body. */
export function isFunction(node: Node): node is AnyFunction {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

/** What a function may return; a promise counts as what it resolves to. */
export function returnedFacts(evaluation: Evaluation, file: CodeFile, node: Node): Facts {
  if (!isFunction(node) || !node.body) return none;
  const { body } = node;
  const shown =
    body.type === 'BlockStatement'
      ? evaluation.once(body, 'returned', () => returnsIn(evaluation, file, body))
      : evaluation.of(file, body);
  return orElse(shown, () => typeFacts(evaluation, file, node.returnType));
}

function returnsIn(evaluation: Evaluation, file: CodeFile, body: Node): Facts {
  const returned: Facts[] = [];
  walk(body, (inner) => {
    if (isFunction(inner) || inner.type === 'ClassDeclaration' || inner.type === 'ClassExpression')
      return false;
    if (inner.type === 'ReturnStatement' && inner.argument)
      returned.push(evaluation.of(file, inner.argument));
    return true;
  });
  return either(returned);
}
