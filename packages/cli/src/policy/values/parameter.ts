import type { Node, TSTypeAnnotation } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { argumentsTo } from './callers.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, none, unknown } from './fact.ts';
import { alongPath, pathTo } from './pattern.ts';
import { isFunction } from './returned.ts';
import { typeFacts } from './type.ts';

/**
 * What a parameter may be: everything that is handed over where the function is called. Where not every call
 * can be seen, its type says what it can.
 */
export function parameterFacts(evaluation: Evaluation, file: CodeFile, identifier: Node, node: Node): Facts {
  if (!isFunction(node)) return unknown;
  const index = node.params.findIndex((parameter) => pathTo(parameter, identifier) !== undefined);
  const parameter = node.params[index];
  const path = parameter && pathTo(parameter, identifier);
  if (!parameter || !path) return none;
  const flow = alongPath(evaluation, file, argumentsTo(evaluation, file, node, index), path);
  if (!flow.open) return flow;
  const told = typeFacts(evaluation, file, annotationOf(parameter));
  const typed = alongPath(evaluation, file, told, withoutDefaults(path));
  return either([{ known: flow.known, open: false }, typed]);
}

/** A parameter's type stands on the pattern, below its default and its `private`. */
function annotationOf(parameter: Node): TSTypeAnnotation | null | undefined {
  if (parameter.type === 'TSParameterProperty') return annotationOf(parameter.parameter);
  if (parameter.type === 'AssignmentPattern') return annotationOf(parameter.left);
  const isPattern = /^(Identifier|ObjectPattern|ArrayPattern)$/.test(parameter.type);
  return isPattern && 'typeAnnotation' in parameter
    ? (parameter.typeAnnotation as TSTypeAnnotation)
    : undefined;
}

const withoutDefaults = (path: NonNullable<ReturnType<typeof pathTo>>) =>
  path.filter(({ step }) => step !== 'default');
