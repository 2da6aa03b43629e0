import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { argumentsTo } from './callers.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, none } from './fact.ts';
import { alongPath, pathTo } from './pattern.ts';
import { isFunction } from './returned.ts';
import { typeFacts } from './type.ts';

/**
 * What a parameter may be: everything that is handed over where the function is called. Where not every call
 * can be seen, its type says what it can.
 */
export function parameterFacts(evaluation: Evaluation, file: CodeFile, identifier: Node, node: Node): Facts {
  if (!isFunction(node)) return typeFacts(evaluation, file, identifier);
  const index = node.params.findIndex((parameter) => pathTo(parameter, identifier) !== undefined);
  const parameter = node.params[index];
  const path = parameter && pathTo(parameter, identifier);
  if (!parameter || !path) return none;
  const flow = alongPath(evaluation, file, argumentsTo(evaluation, file, node, index), path);
  if (!flow.open) return flow;
  const typed = alongPath(
    evaluation,
    file,
    typeFacts(evaluation, file, annotatedOf(parameter)),
    withoutDefaults(path),
  );
  return either([{ known: flow.known, open: false }, typed]);
}

/** The pattern that carries a parameter's type: below its default and its `private`. */
function annotatedOf(parameter: Node): Node {
  if (parameter.type === 'TSParameterProperty') return annotatedOf(parameter.parameter);
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
}

const withoutDefaults = (path: NonNullable<ReturnType<typeof pathTo>>) =>
  path.filter(({ step }) => step !== 'default');
