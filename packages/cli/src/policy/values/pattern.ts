import type { AssignmentTargetProperty, BindingProperty, Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, unknown } from './fact.ts';
import { elementFacts, propertyFacts } from './property.ts';

/** One step from a whole value to the part that a pattern binds. */
export type Step =
  | { readonly step: 'property'; readonly name: string | undefined }
  | { readonly step: 'element' }
  | { readonly step: 'default'; readonly node: Node }
  /** The rest of an object or a list: which part is not followed. */
  | { readonly step: 'rest' };

/** The steps from a pattern to one identifier in it; undefined where it is not in there. */
export function pathTo(pattern: Node, identifier: Node): readonly Step[] | undefined {
  if (pattern === identifier) return [];
  switch (pattern.type) {
    case 'AssignmentPattern':
      return after({ step: 'default', node: pattern.right }, pathTo(pattern.left, identifier));
    case 'ObjectPattern':
      return first<BindingProperty | { type: 'RestElement'; argument: Node } | AssignmentTargetProperty>(
        pattern.properties,
        (property) =>
          property.type === 'RestElement'
            ? after({ step: 'rest' }, pathTo(property.argument, identifier))
            : after({ step: 'property', name: keyOf(property) }, pathTo(property.value, identifier)),
      );
    case 'ArrayPattern':
      return first<Node | null>(pattern.elements, (element) =>
        element === null ? undefined : after({ step: 'element' }, pathTo(element, identifier)),
      );
    case 'RestElement':
      return after({ step: 'rest' }, pathTo(pattern.argument, identifier));
    case 'TSParameterProperty':
      return pathTo(pattern.parameter, identifier);
    default:
      return undefined;
  }
}

/** What is left of a value after some steps into it. */
export function alongPath(evaluation: Evaluation, file: CodeFile, from: Facts, path: readonly Step[]): Facts {
  return path.reduce((facts, step) => oneStep(evaluation, file, facts, step), from);
}

function oneStep(evaluation: Evaluation, file: CodeFile, facts: Facts, step: Step): Facts {
  switch (step.step) {
    case 'property':
      return propertyFacts(evaluation, facts, step.name);
    case 'element':
      return elementFacts(evaluation, facts);
    case 'default':
      return either([facts, evaluation.of(file, step.node)]);
    case 'rest':
      return unknown;
  }
}

function keyOf(property: { readonly key: Node; readonly computed: boolean }): string | undefined {
  if (property.key.type === 'Literal') return String(property.key.value);
  return !property.computed && property.key.type === 'Identifier' ? property.key.name : undefined;
}

const after = (step: Step, path: readonly Step[] | undefined): readonly Step[] | undefined =>
  path ? [step, ...path] : undefined;

function first<T>(
  all: readonly T[],
  find: (each: T) => readonly Step[] | undefined,
): readonly Step[] | undefined {
  for (const each of all) {
    const path = find(each);
    if (path) return path;
  }
  return undefined;
}
