import type { MethodDefinition, Node, ParamPattern, Statement } from 'oxc-parser';
import { walk } from '../source/walk.ts';
import type { Member, Parameter } from './owner-model.ts';
import { keyOf, member } from './take-class.ts';

/** The constructor stays; defaults of its parameters and plain assignments to `this` are judged by what they set. */
export function constructorMember(method: MethodDefinition): Member {
  const { params, body } = method.value;
  const defaults = params.flatMap(defaultMember);
  const assignments = (body?.body ?? []).flatMap((statement) => {
    const name = assignedName(statement);
    return name === undefined ? [] : [member('assignment', name, statement)];
  });
  const shell = { ...member('fixed', '', method), children: [...defaults, ...assignments] };
  noteParameters(method, new Set(params.map((parameter) => parameterOf(parameter).name)), shell);
  return shell;
}

/** What a parameter of a constructor is called. */
export function parameterOf(parameter: ParamPattern): Parameter {
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

/** Notes where a constructor reads its parameters; a name that merely looks like one keeps more, never less. */
function noteParameters(
  method: MethodDefinition,
  parameters: ReadonlySet<string | undefined>,
  shell: Member,
): void {
  for (const part of [...method.value.params.flatMap(readPart), method.value.body]) {
    if (!part || parameters.size === 0) continue;
    walk(part, (node) => {
      if (node.type !== 'Identifier' || !parameters.has(node.name)) return;
      const inner = shell.children.find(({ start, end }) => start <= node.start && node.end <= end);
      (inner ?? shell).parameterUses.add(node.name);
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
  return left.object.type === 'ThisExpression' ? keyOf(left.property) : undefined;
}
