import type {
  Class,
  ClassElement,
  MethodDefinition,
  Node,
  ParamPattern,
  PropertyDefinition,
  Statement,
} from 'oxc-parser';
import { walk } from '../source/walk.ts';
import {
  type ClassModel,
  type DecoratorPiece,
  decoratedHandlers,
  type Member,
  type Parameter,
  parameterKey,
} from './class-model.ts';
import type { Piece, Site } from './file-model.ts';
import { piece } from './pieces.ts';

/** Takes a class apart into what may go by itself. */
export function takeClass(node: Class, sites: readonly Site[]): ClassModel {
  const parent = node.superClass?.type === 'Identifier' ? node.superClass.name : undefined;
  const members = node.body.body.flatMap((element) => membersOf(element, sites));
  const parameters = node.body.body.flatMap((element) =>
    element.type === 'MethodDefinition' && element.kind === 'constructor'
      ? element.value.params.map(parameterOf)
      : [],
  );
  return {
    members,
    parameters,
    parent,
    prunable: node.superClass === null && decoratedHandlers(sites).length > 0,
  };
}

function membersOf(element: ClassElement, sites: readonly Site[]): readonly Member[] {
  const name =
    'key' in element && !('computed' in element && element.computed) ? nameOf(element.key) : undefined;
  if (element.type === 'MethodDefinition') {
    if (element.kind === 'constructor') return constructorMembers(element);
    const decorators = decoratorsOf(element, sites);
    if (decorators.length > 0) return [member('handler', name ?? '*', element, decorators)];
    if (name === undefined || element.static || element.decorators.length > 0)
      return [member('fixed', '*', element)];
    return [member('method', name, element)];
  }
  if (element.type === 'PropertyDefinition') return [fieldMember(element, name)];
  return [member('fixed', '*', element)];
}

function fieldMember(field: PropertyDefinition, name: string | undefined): Member {
  const plain = name !== undefined && !field.static && field.decorators.length === 0;
  if (!plain || !field.value) return member('fixed', '*', field);
  const from = field.typeAnnotation?.end ?? field.key.end;
  return { ...member('field', name, field), cut: { start: from, end: field.value.end, with: ';' } };
}

/** The constructor stays; defaults of its parameters and plain assignments to `this` are judged by what they set. */
function constructorMembers(method: MethodDefinition): readonly Member[] {
  const defaults = method.value.params.flatMap(defaultMember);
  const assignments = (method.value.body?.body ?? []).flatMap((statement) => {
    const name = assignedName(statement);
    return name === undefined ? [] : [member('assignment', name, statement)];
  });
  const inner = [...defaults, ...assignments];
  const shell = { ...member('fixed', '*', method), children: inner };
  noteParameters(method, new Set(method.value.params.map((parameter) => parameterOf(parameter).name)), shell);
  return [shell];
}

function parameterOf(parameter: ParamPattern): Parameter {
  const isProperty = parameter.type === 'TSParameterProperty';
  const pattern = isProperty ? parameter.parameter : parameter;
  const bound = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
  return { name: bound.type === 'Identifier' ? bound.name : undefined, isProperty };
}

function defaultMember(parameter: ParamPattern): readonly Member[] {
  const property = parameter.type === 'TSParameterProperty';
  const pattern = property ? parameter.parameter : parameter;
  if (pattern.type !== 'AssignmentPattern' || pattern.left.type !== 'Identifier') return [];
  const { left, right } = pattern;
  const range = { start: left.typeAnnotation?.end ?? left.end, end: right.end };
  const made = member('default', property ? left.name : '', range);
  return [{ ...made, parameter: left.name, cut: { ...range, with: '' } }];
}

/** Notes where a constructor reads its parameters, as {@link parameterKey}; a name that merely looks like one keeps more, never less. */
function noteParameters(
  method: MethodDefinition,
  parameters: ReadonlySet<string | undefined>,
  shell: Piece,
): void {
  if (parameters.size === 0) return;
  for (const part of [...method.value.params.flatMap(readPart), method.value.body]) {
    if (!part) continue;
    walk(part, (node) => {
      if (node.type !== 'Identifier' || !parameters.has(node.name)) return;
      const inner = shell.children.find(({ start, end }) => start <= node.start && node.end <= end);
      (inner ?? shell).thisUses.add(parameterKey(node.name));
    });
  }
}

/** What of a parameter is read and not declared: its default, or all of a pattern. */
function readPart(parameter: ParamPattern): readonly Node[] {
  const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  if (pattern.type === 'Identifier') return [];
  return pattern.type === 'AssignmentPattern' && pattern.left.type === 'Identifier'
    ? [pattern.right]
    : [pattern];
}

/** `x` of a statement `this.x = …`. */
function assignedName(statement: Statement): string | undefined {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
    return undefined;
  const { left, operator } = statement.expression;
  if (operator !== '=' || left.type !== 'MemberExpression' || left.computed) return undefined;
  return left.object.type === 'ThisExpression' ? nameOf(left.property) : undefined;
}

function member(
  kind: Member['kind'],
  name: string,
  range: { readonly start: number; readonly end: number },
  decorators: readonly DecoratorPiece[] = [],
): Member {
  const start = Math.min(range.start, ...decorators.map((decorator) => decorator.start));
  return {
    ...piece(start, range.end, decorators),
    kind,
    name,
    decorators,
    cut: { start, end: range.end, with: ';' },
  };
}

function decoratorsOf(method: MethodDefinition, sites: readonly Site[]): readonly DecoratorPiece[] {
  return method.decorators.flatMap((decorator) => {
    const site = sites.find(({ start }) => decorator.start <= start && start < decorator.end);
    return site ? [{ ...piece(decorator.start, decorator.end), handlers: site.handlers }] : [];
  });
}

function nameOf(key: Node): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}
