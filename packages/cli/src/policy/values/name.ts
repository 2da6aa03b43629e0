import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { importTarget } from '../code/exports.ts';
import type { Definition, Name } from '../code/names.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, none, only, orElse, unknown } from './fact.ts';
import { targetFacts } from './module.ts';
import { parameterFacts } from './parameter.ts';
import { alongPath, pathTo } from './pattern.ts';
import { typeFacts } from './type.ts';

/** What an identifier may be. */
export function nameFacts(evaluation: Evaluation, file: CodeFile, identifier: Node): Facts {
  const name = file.nameOf(identifier);
  if (name) return factsOfName(evaluation, file, name);
  return identifier.type === 'Identifier' && identifier.name === 'undefined' ? none : unknown;
}

/** What a name may be: where it is declared, and everything that is assigned to it later. */
export function factsOfName(evaluation: Evaluation, file: CodeFile, name: Name): Facts {
  return evaluation.once(name, 'value', () => everyValue(evaluation, file, name));
}

function everyValue(evaluation: Evaluation, file: CodeFile, name: Name): Facts {
  const declared = name.definitions.map((definition) => definitionFacts(evaluation, file, definition));
  const assigned = name.references.flatMap(({ identifier, isWritten }) =>
    isWritten ? [assignedFacts(evaluation, file, identifier)] : [],
  );
  return either([...declared, ...assigned, ...pushedFacts(evaluation, file, name)]);
}

function definitionFacts(
  evaluation: Evaluation,
  file: CodeFile,
  { kind, identifier, node }: Definition,
): Facts {
  switch (kind) {
    case 'import': {
      const declaration = file.parentOf(node);
      if (declaration?.type !== 'ImportDeclaration') return unknown;
      const target = importTarget(node, declaration);
      return target ? targetFacts(evaluation, file, target) : unknown;
    }
    case 'variable':
      return variableFacts(evaluation, file, identifier, node);
    case 'parameter':
      return parameterFacts(evaluation, file, identifier, node);
    case 'function':
      // An overload's signature is no function of its own.
      return node.type === 'TSDeclareFunction' ? none : evaluation.of(file, node);
    case 'class':
      return evaluation.of(file, node);
    case 'type':
      return none;
    default:
      return unknown;
  }
}

function variableFacts(evaluation: Evaluation, file: CodeFile, identifier: Node, declarator: Node): Facts {
  if (declarator.type !== 'VariableDeclarator') return unknown;
  const path = pathTo(declarator.id, identifier);
  if (!path) return unknown;
  const init = initFacts(evaluation, file, declarator);
  const flow = alongPath(evaluation, file, init, path);
  return orElse(flow, () => {
    const told =
      'typeAnnotation' in declarator.id ? typeFacts(evaluation, file, declarator.id.typeAnnotation) : unknown;
    return alongPath(evaluation, file, told, path);
  });
}

/** A declarator's value: its initialiser, or an element of what a `for … of` runs through. */
function initFacts(
  evaluation: Evaluation,
  file: CodeFile,
  declarator: Extract<Node, { type: 'VariableDeclarator' }>,
): Facts {
  if (declarator.init) return evaluation.of(file, declarator.init);
  const declaration = file.parentOf(declarator);
  const loop = declaration && file.parentOf(declaration);
  if (loop?.type === 'ForOfStatement' && loop.left === declaration) {
    return alongPath(evaluation, file, evaluation.of(file, loop.right), [{ step: 'element' }]);
  }
  return loop?.type === 'ForInStatement' ? unknown : none;
}

/** `client = new DynamoDB({})` and `client ??= …`; what is taken apart by a pattern is not followed. */
function assignedFacts(evaluation: Evaluation, file: CodeFile, identifier: Node): Facts {
  const parent = file.parentOf(identifier);
  const isWhole = parent?.type === 'AssignmentExpression' && parent.left === identifier;
  return isWhole ? evaluation.of(file, parent) : unknown;
}

/** What is pushed onto a list that the name stands for. */
function pushedFacts(evaluation: Evaluation, file: CodeFile, name: Name): readonly Facts[] {
  return name.references.flatMap(({ identifier }) => {
    const member = file.parentOf(identifier);
    if (member?.type !== 'MemberExpression' || member.object !== identifier || member.computed) return [];
    if (member.property.type !== 'Identifier' || !/^(push|unshift)$/.test(member.property.name)) return [];
    const call = file.parentOf(member);
    if (call?.type !== 'CallExpression' || call.callee !== member) return [];
    return [
      only({ is: 'list', node: call, of: either(call.arguments.map((each) => evaluation.of(file, each))) }),
    ];
  });
}
