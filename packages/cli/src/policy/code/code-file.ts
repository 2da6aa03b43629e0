import type { Place } from '@tankard/framework/manifest';
import type { Node, Program } from 'oxc-parser';
import type { SlicedFile } from '../../build/slice/slice.ts';
import { linesOf } from '../../build/source/lines.ts';
import { walk } from '../../build/source/walk.ts';
import { leftProgram } from './left-program.ts';
import { type Name, namesOf } from './names.ts';

/** One file of a function's slice, ready to be asked. Nodes belong to exactly one file. */
export interface CodeFile {
  readonly path: string;
  readonly program: Program;
  /** Every node that may run, in the order of the source: nothing of types. */
  readonly running: readonly Node[];
  parentOf(node: Node): Node | undefined;
  nameOf(identifier: Node): Name | undefined;
  topName(name: string): Name | undefined;
  placeOf(node: Node): Place;
}

/** Reads what is left of a file; `shownPath` is what places call it. */
export function readFile(file: SlicedFile, shownPath: string): CodeFile {
  const program = leftProgram(file);
  const parents = new Map<Node, Node>();
  const running: Node[] = [];
  let typesEnd = -1;
  walk(program, (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent) parents.set(node, parent);
    // What stands inside of a type comes right after it.
    if (node.end <= typesEnd) return;
    if (isOfTypes(node)) typesEnd = node.end;
    else running.push(node);
  });
  const names = namesOf(program);
  const lines = linesOf(file.source);
  return {
    path: file.path,
    program,
    running,
    parentOf: (node) => parents.get(node),
    nameOf: names.nameOf,
    topName: names.top,
    placeOf: (node) => ({ file: shownPath, line: lines.lineOf(node.start) }),
  };
}

const typeNodes =
  /^TS(?!As|Satisfies|NonNull|TypeAssertion|Instantiation|ParameterProperty|Enum|ExportAssignment|ImportEquals|External)/;

function isOfTypes(node: Node): boolean {
  if (typeNodes.test(node.type) || node.type === 'ImportDeclaration') return true;
  if (node.type === 'ExportNamedDeclaration' && node.exportKind === 'type') return true;
  return 'declare' in node && node.declare === true;
}
