import type { Node } from 'oxc-parser';
import type { FileModel, Unit } from '../file-model.ts';
import type { Family } from '../owner-model.ts';
import type { Spot } from './cell.ts';
import type { Flow } from './flow.ts';
import { parentOf } from './tree.ts';

/** Every read of what a declarator, a function or a class declares, in its own file and in others. */
export function readsOfVariables(flow: Flow, file: FileModel, declaration: Node): readonly Spot[] {
  const variables = file.scope.variablesOf(declaration);
  return [
    ...variables.flatMap(({ reads }) => reads.map((node) => ({ file, node }))),
    ...unitsOf(file, declaration).flatMap((unit) => flow.names.readsOf(unit)),
  ];
}

/** An object is put into everything that a declaration binds. */
export function intoDeclared(flow: Flow, file: FileModel, declaration: Node, family: Family): void {
  for (const spot of readsOfVariables(flow, file, declaration)) flow.arrive(spot, family);
  if (unitsOf(file, declaration).length > 0) lostWithFile(flow, file, family);
}

/** An object is put into one variable, by the identifier that declares or assigns it. */
export function intoVariable(flow: Flow, file: FileModel, identifier: Node, family: Family): void {
  const variable = file.scope.variableAt(identifier);
  if (!variable) {
    flow.lose(family, 'it is stored in a global');
    return;
  }
  for (const node of variable.reads) flow.arrive({ file, node }, family);
  const unit = variable.isTop ? file.unitOf.get(variable.name) : undefined;
  if (!unit) return;
  for (const spot of flow.names.readsOf(unit)) flow.arrive(spot, family);
  lostWithFile(flow, file, family);
}

function lostWithFile(flow: Flow, file: FileModel, family: Family): void {
  if (flow.names.isHandedOn(file)) flow.lose(family, 'its file is imported as a whole and handed on');
}

/** What a declaration declares at the top of its file. */
function unitsOf(file: FileModel, declaration: Node): readonly Unit[] {
  return file.units.filter(({ node }) => node === declaration || node === parentOf(file, declaration));
}
