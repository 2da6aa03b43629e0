import type { Node } from 'oxc-parser';
import { propertyOf } from '../facts.ts';
import type { Family, Owner } from '../owner-model.ts';
import { keyOf } from '../take-class.ts';
import type { Spot } from './cell.ts';
import type { Flow } from './flow.ts';
import { calleesAt } from './functions.ts';
import { intoPattern } from './into-pattern.ts';
import { classAround, functionAround, parentOf } from './tree.ts';
import { intoDeclared, intoVariable } from './variables.ts';

const unread = 'it is stored where it cannot be followed';

/** Follows an object from an expression that holds it to where the code around it puts it. */
export function follow(flow: Flow, { file, node }: Spot, family: Family): void {
  const parent = parentOf(file, node);
  switch (parent?.type) {
    case 'ConditionalExpression':
      if (parent.test !== node) flow.arrive({ file, node: parent }, family);
      break;
    case 'SequenceExpression':
      if (parent.expressions.at(-1) === node) flow.arrive({ file, node: parent }, family);
      break;
    case 'MemberExpression':
      if (parent.object === node) member(flow, { file, node: parent }, family);
      else flow.lose(family, unread);
      break;
    case 'NewExpression':
      if (parent.callee === node) flow.arrive({ file, node: parent }, family);
      else argument(flow, { file, node }, parent, family);
      break;
    case 'CallExpression':
      if (parent.callee === node) flow.lose(family, 'it is called as a function');
      else argument(flow, { file, node }, parent, family);
      break;
    case 'VariableDeclarator':
      intoPattern(flow, file, parent.id, family);
      break;
    case 'AssignmentExpression':
      if (parent.right !== node) break;
      flow.arrive({ file, node: parent }, family);
      assigned(flow, { file, node: parent.left }, family);
      break;
    case 'AssignmentPattern':
      intoPattern(flow, file, parent.left, family);
      asProperty(flow, { file, node: parent }, family);
      break;
    case 'PropertyDefinition':
    case 'Property':
      field(flow, { file, node: parent }, family);
      break;
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      const made = parent.type === 'ReturnStatement' ? functionAround(file, parent) : parent;
      if (made) flow.result(file, made).put(family);
      break;
    }
    case 'ExportDefaultDeclaration':
      intoDeclared(flow, file, parent, family);
      break;
    case 'BinaryExpression':
      if (parent.operator === 'in') flow.lose(family, 'its members are looked for by name');
      break;
    default:
      if (parent && passesOn.test(parent.type)) flow.arrive({ file, node: parent }, family);
      else if (!parent || !endsHere.test(parent.type)) flow.lose(family, unread);
  }
}

/** What gives the very object that stands in it. */
const passesOn =
  /^(Await|Parenthesized|Chain|Logical|TSAs|TSSatisfies|TSNonNull|TSInstantiation)Expression$|^TSTypeAssertion$/;

/** What does nothing with an object; what a class extends is known beforehand. */
const endsHere =
  /^(TemplateLiteral|ExpressionStatement|ExportSpecifier|IfStatement|UnaryExpression|TSTypeQuery|ClassDeclaration)$/;

/** `store.put`, `store.put(…)`, `store[name]`. */
export function member(flow: Flow, spot: Spot, family: Family): void {
  const { file, node } = spot;
  if (node.type !== 'MemberExpression') return;
  const name = node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : propertyOf(node);
  if (name === undefined) {
    flow.lose(family, 'one of its members is read by a name that is only known when it runs');
    return;
  }
  flow.read(spot, family, name);
  flow.member(family, name).take(spot);
  const parent = parentOf(file, node);
  const isCalled = parent?.type === 'CallExpression' && parent.callee === node;
  if (isCalled) flow.member(family, `${name}()`).take({ file, node: parent });
  else flow.member(family, `${name}()`).lose('a method that returns it is handed on');
}

function argument(
  flow: Flow,
  spot: Spot,
  call: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>,
  family: Family,
): void {
  if (isHarmless(flow, spot, call)) return;
  const { file, node } = spot;
  const index = (call.arguments as readonly Node[]).indexOf(node);
  const spread = call.arguments.findIndex(({ type }) => type === 'SpreadElement');
  const callees = calleesAt(flow, file, call.callee);
  if (!callees || (spread >= 0 && spread < index)) {
    const callee = file.source.slice(call.callee.start, call.callee.end).replace(/\s+/g, ' ');
    flow.lose(family, `it is handed to ${callee}, which cannot be followed`);
    return;
  }
  for (const { file: there, made } of callees) {
    const parameter = made.params[index] ?? made.params.findLast(({ type }) => type === 'RestElement');
    if (!parameter) continue;
    intoPattern(flow, there, parameter, family);
    asProperty(flow, { file: there, node: parameter }, family);
  }
}

/** `app.use(store)` asks for handlers alone, and what prints an object calls nothing of it. */
function isHarmless(flow: Flow, { file, node }: Spot, { callee }: { readonly callee: Node }): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return false;
  const isConsole = callee.object.type === 'Identifier' && callee.object.name === 'console';
  const unit = file.units.find(({ start, end }) => start <= node.start && node.end <= end);
  return isConsole || (unit !== undefined && flow.registering.has(unit));
}

/** `client = …`, `this.client = …`. */
function assigned(flow: Flow, { file, node }: Spot, family: Family): void {
  if (node.type === 'Identifier') intoVariable(flow, file, node, family);
  else if (node.type !== 'MemberExpression') flow.lose(family, unread);
  else {
    const owner = node.object.type === 'ThisExpression' ? flow.selfAt(file, node.object) : undefined;
    put(flow, owner, node.computed ? undefined : keyOf(node.property), family);
  }
}

/** The value of a field of a class, or of an object that the code writes out. */
function field(flow: Flow, { file, node }: Spot, family: Family): void {
  if (node.type !== 'PropertyDefinition' && node.type !== 'Property') return;
  const holder = node.type === 'Property' ? parentOf(file, node) : classAround(file, node);
  const owner = holder?.type === 'ObjectExpression' ? flow.objectAt(file, holder) : flow.ownerOf(holder);
  put(flow, owner, node.computed ? undefined : keyOf(node.key), family);
}

function put(flow: Flow, owner: Owner | undefined, name: string | undefined, family: Family): void {
  if (owner && name !== undefined) flow.member(owner.family, name).put(family);
  else flow.lose(family, unread);
}

/** `constructor(private readonly store = …)` makes a field of its parameter. */
function asProperty(flow: Flow, { file, node }: Spot, family: Family): void {
  const property = node.type === 'TSParameterProperty' ? node : parentOf(file, node);
  if (property?.type !== 'TSParameterProperty') return;
  const { parameter } = property;
  const bound = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const name = bound.type === 'Identifier' ? bound.name : undefined;
  put(flow, flow.ownerOf(classAround(file, property)), name, family);
}
