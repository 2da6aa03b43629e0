import type { MethodDefinition, Node, ObjectProperty, PropertyDefinition } from 'oxc-parser';
import type { FileModel } from '../file-model.ts';
import type { Owner } from '../owner-model.ts';
import { keyOf } from '../take-class.ts';
import type { Cell } from './cell.ts';
import type { Flow } from './flow.ts';
import { type AnyFunction, isFunction, parentOf } from './tree.ts';
import { readsOfVariables } from './variables.ts';

const away = 'a function that returns it is handed on';

/** Has every call of a function take what it returns. */
export function callsOf(flow: Flow, file: FileModel, made: AnyFunction, cell: Cell): void {
  const holder = parentOf(file, made);
  switch (holder?.type) {
    case 'MethodDefinition':
    case 'Property':
    case 'PropertyDefinition':
      // A function is no pattern: what holds it is a literal's property or a class's member.
      callsOfMember(flow, file, holder as MemberNode, cell);
      break;
    case 'VariableDeclarator':
      callsByName(flow, file, holder, cell);
      break;
    default:
      if (made.type === 'FunctionDeclaration') callsByName(flow, file, made, cell);
      else if (holder?.type === 'CallExpression' && holder.callee === made) cell.take({ file, node: holder });
      else cell.lose("it is returned to code that is not the project's");
  }
}

function callsByName(flow: Flow, file: FileModel, declaration: Node, cell: Cell): void {
  for (const { file: from, node } of readsOfVariables(flow, file, declaration)) {
    const call = parentOf(from, node);
    if (call?.type === 'CallExpression' && call.callee === node) cell.take({ file: from, node: call });
    else if (call?.type !== 'ExportSpecifier') cell.lose(away);
  }
}

type MemberNode = MethodDefinition | ObjectProperty | PropertyDefinition;

/** What a method returns is what its calls give, and what a getter returns is what reading it gives. */
function callsOfMember(flow: Flow, file: FileModel, holder: MemberNode, cell: Cell): void {
  const body = parentOf(file, holder);
  const owner = flow.ownerOf(body?.type === 'ClassBody' ? parentOf(file, body) : body);
  const name = holder.computed ? undefined : keyOf(holder.key);
  const isGetter = 'kind' in holder && holder.kind === 'get';
  if (owner && name !== undefined) cell.pour(flow.member(owner.family, isGetter ? name : `${name}()`));
  else cell.lose(away);
}

/** Where an argument of a call arrives: functions and classes of the project; undefined where it is not known. */
export function calleesAt(
  flow: Flow,
  file: FileModel,
  callee: Node,
): readonly { readonly file: FileModel; readonly made: AnyFunction; readonly owner?: Owner }[] | undefined {
  if (callee.type === 'Super') return undefined;
  if (callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression') {
    return methodsNamed(flow, file, callee);
  }
  const variable = callee.type === 'Identifier' ? file.scope.variableAt(callee) : undefined;
  const elsewhere = flow.names.declarationAt(file, callee);
  if (variable?.isReassigned) return undefined;
  const declaration =
    elsewhere?.unit.node ?? (variable?.declarations.length === 1 ? variable.declarations[0] : undefined);
  return declaration && madeBy(flow, elsewhere?.file ?? file, declaration);
}

function madeBy(flow: Flow, file: FileModel, declaration: Node): ReturnType<typeof calleesAt> {
  if (declaration.type === 'ExportDefaultDeclaration') return madeBy(flow, file, declaration.declaration);
  if (declaration.type === 'VariableDeclarator') {
    return declaration.init && isFunction(declaration.init) ? [{ file, made: declaration.init }] : undefined;
  }
  if (isFunction(declaration)) return [{ file, made: declaration }];
  const owner = flow.ownerOf(declaration);
  if (owner?.node.type !== 'ClassDeclaration') return undefined;
  const maker = owner.node.body.body.find((element) => 'kind' in element && element.kind === 'constructor');
  if (maker?.type !== 'MethodDefinition') return owner.base ? undefined : [];
  return isFunction(maker.value) ? [{ file, made: maker.value, owner }] : undefined;
}

function methodsNamed(
  flow: Flow,
  file: FileModel,
  callee: Extract<Node, { type: 'MemberExpression' }>,
): ReturnType<typeof calleesAt> {
  const owner = flow.selfAt(file, callee.object);
  const name = callee.computed ? undefined : keyOf(callee.property);
  // Only where nothing extends it is it known which method runs, and in which file.
  if (!owner || owner.family.owners.length > 1 || name === undefined) return undefined;
  const { node } = owner;
  const parts: readonly Node[] =
    node.type === 'ClassDeclaration'
      ? node.body.body
      : node.type === 'ObjectExpression'
        ? node.properties
        : [];
  const found = parts.flatMap((part) => {
    if (part.type !== 'MethodDefinition' && part.type !== 'Property') return [];
    return !part.computed && keyOf(part.key) === name && isFunction(part.value) ? [part.value] : [];
  });
  return found.length > 0 ? found.map((made) => ({ file, made })) : undefined;
}
