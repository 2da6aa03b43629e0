import type { Node, Program } from 'oxc-parser';
import { walk } from '../../source/walk.ts';
import type { FileModel } from '../file-model.ts';

const known = new WeakMap<Program, ReadonlyMap<Node, Node>>();

/** The node around a node. Made for the whole file where it is asked for first. */
export function parentOf({ program }: FileModel, node: Node): Node | undefined {
  const parents = known.get(program) ?? parentsIn(program);
  known.set(program, parents);
  return parents.get(node);
}

function parentsIn(program: Program): ReadonlyMap<Node, Node> {
  const parents = new Map<Node, Node>();
  walk(program, (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent) parents.set(node, parent);
  });
  return parents;
}

/** A function of the project in any of its forms. */
export type AnyFunction = Extract<Node, { params: unknown; body: unknown }>;

/** Whether a node is a function. */
export function isFunction(node: Node | undefined): node is AnyFunction {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node?.type ?? '');
}

/** The function that a statement belongs to. */
export function functionAround(file: FileModel, node: Node): AnyFunction | undefined {
  let at = parentOf(file, node);
  while (at && !isFunction(at)) at = parentOf(file, at);
  return isFunction(at) ? at : undefined;
}

/** The class or object literal whose own `this` is meant at a node; undefined where it is another. */
export function selfAt(file: FileModel, node: Node): Node | undefined {
  let at = parentOf(file, node);
  for (; at; at = parentOf(file, at)) {
    if (at.type === 'FunctionDeclaration') return undefined;
    if (at.type === 'PropertyDefinition' || at.type === 'StaticBlock') return classAround(file, at);
    if (at.type !== 'FunctionExpression') continue;
    const holder = parentOf(file, at);
    if (holder?.type === 'MethodDefinition') return classAround(file, holder);
    return holder?.type === 'Property' ? parentOf(file, holder) : undefined;
  }
  return undefined;
}

/** The class that a node stands in. */
export function classAround(file: FileModel, node: Node): Node | undefined {
  let at = parentOf(file, node);
  while (at && at.type !== 'ClassDeclaration' && at.type !== 'ClassExpression') at = parentOf(file, at);
  return at;
}
