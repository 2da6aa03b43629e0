import type { Class, ClassElement, Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { type AssignedMember, assignedMembers } from '../code/member-index.ts';
import type { Evaluation } from './evaluation.ts';
import { each, either, type Facts, none, only, unknown } from './fact.ts';
import { literalKey } from './literal.ts';
import { nameFacts } from './name.ts';
import { propertyFacts } from './property.ts';
import { returnedFacts } from './returned.ts';
import { typeFacts } from './type.ts';

/** A member of an instance of one of the project's classes. */
export function memberFacts(
  evaluation: Evaluation,
  file: CodeFile,
  node: Class,
  name: string | undefined,
): Facts {
  if (name === undefined) return unknown;
  return evaluation.once(node, `member ${name}`, () => memberIn(evaluation, file, node, name));
}

function memberIn(evaluation: Evaluation, file: CodeFile, node: Class, name: string): Facts {
  const own = [
    ...elementsOf(evaluation, file, node, name, false).map((element) =>
      elementFacts(evaluation, file, element),
    ),
    ...parameterProperties(file, node, name).map((identifier) => nameFacts(evaluation, file, identifier)),
    ...assignments(evaluation, node, name).map((member) => evaluation.of(member.file, member.assignment)),
  ];
  if (own.length > 0) return either(own);
  if (!node.superClass) return unknown;
  return each(evaluation.of(file, node.superClass), (fact) => {
    if (fact.is === 'code' && isClass(fact.node)) return memberFacts(evaluation, fact.file, fact.node, name);
    if (fact.is !== 'export') return unknown;
    return propertyFacts(evaluation, only({ is: 'instance', package: fact.package, name: fact.name }), name);
  });
}

/** A static member of one of the project's classes. */
export function staticFacts(
  evaluation: Evaluation,
  file: CodeFile,
  node: Class,
  name: string | undefined,
): Facts {
  if (name === undefined) return unknown;
  const found = elementsOf(evaluation, file, node, name, true);
  return found.length > 0 ? either(found.map((element) => elementFacts(evaluation, file, element))) : unknown;
}

function elementFacts(evaluation: Evaluation, file: CodeFile, element: ClassElement): Facts {
  if (element.type === 'MethodDefinition') {
    if (element.kind === 'get') return returnedFacts(evaluation, file, element.value);
    return element.kind === 'method' ? evaluation.of(file, element.value) : none;
  }
  if (element.type !== 'PropertyDefinition') return unknown;
  if (element.value) return evaluation.of(file, element.value);
  return closedOr(typeFacts(evaluation, file, element.typeAnnotation));
}

/** A field that is only declared takes its value from assignments; its type helps where it is a client's. */
const closedOr = (facts: Facts): Facts => (facts.known.length > 0 ? facts : none);

function elementsOf(
  evaluation: Evaluation,
  file: CodeFile,
  node: Class,
  name: string,
  isStatic: boolean,
): readonly ClassElement[] {
  return node.body.body.filter((element) => {
    if (!('key' in element) || element.static !== isStatic) return false;
    if (element.key.type === 'PrivateIdentifier') return `#${element.key.name}` === name;
    return literalKey(evaluation, file, element) === name;
  });
}

/** `constructor(private readonly client: DynamoDB)`. */
function parameterProperties(file: CodeFile, node: Class, name: string): readonly Node[] {
  const maker = node.body.body.find((element) => 'kind' in element && element.kind === 'constructor');
  if (maker?.type !== 'MethodDefinition') return [];
  return maker.value.params.flatMap((parameter) => {
    if (parameter.type !== 'TSParameterProperty') return [];
    const { parameter: inner } = parameter;
    const identifier = inner.type === 'AssignmentPattern' ? inner.left : inner;
    return identifier.type === 'Identifier' && identifier.name === name && file.nameOf(identifier)
      ? [identifier]
      : [];
  });
}

/** What is assigned to `this.name` in the class, and to `store.name` elsewhere. */
function assignments(evaluation: Evaluation, node: Class, name: string): readonly AssignedMember[] {
  return assignedMembers(evaluation.code).filter((member) => {
    if (member.name !== name) return false;
    const { known } = evaluation.of(member.file, member.node.object);
    return known.some((fact) => fact.is === 'object' && fact.class === node);
  });
}

/** Whether a node is a class of the project. */
export function isClass(node: Node): node is Class {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}
