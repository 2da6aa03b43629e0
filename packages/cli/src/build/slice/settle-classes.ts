import type { Node } from 'oxc-parser';
import { unwrapped } from '../source/calls.ts';
import { allUses } from './all-uses.ts';
import type { FileModel, Unit } from './file-model.ts';
import { useArguments } from './keep.ts';
import type { Declared } from './project-model.ts';
import { resolveName } from './resolve.ts';

type Files = ReadonlyMap<string, FileModel>;

/**
 * Finds which classes of handlers each `app.use(…)` is about, and marks as not prunable the classes
 * that something else takes too: their members may be called from there.
 */
export function settleClasses(files: Files): ReadonlyMap<Unit, readonly Declared[]> {
  const uses = new Map<Unit, readonly Declared[]>();
  const onlyUsed = new Set<Unit>();
  for (const file of files.values()) {
    for (const unit of file.units.filter(({ keep }) => keep === 'use')) {
      const classes = classesOf(files, file, unit, onlyUsed);
      if (classes) uses.set(unit, classes);
    }
  }
  for (const file of files.values()) {
    for (const unit of file.units) {
      if (uses.has(unit) || onlyUsed.has(unit)) continue;
      for (const { name } of allUses(unit)) release(resolveName(files, file, name));
    }
  }
  return uses;
}

/** Code outside of `app.use` that names a class may call its members; so may the class itself, in a static part. */
function release(declared: Declared | undefined): void {
  if (declared?.unit.class) declared.unit.class.prunable = false;
}

/** The classes with handlers that a `use` statement registers, parents included; undefined where one can't be told. */
function classesOf(
  files: Files,
  file: FileModel,
  unit: Unit,
  onlyUsed: Set<Unit>,
): readonly Declared[] | undefined {
  const classes: Declared[] = [];
  for (const argument of useArguments(unit.node) ?? []) {
    const declared = classOf(files, file, argument, onlyUsed);
    if (!declared) return undefined;
    classes.push(...withParents(files, declared));
  }
  return classes.some(({ unit: { sites } }) => sites.length > 0) ? classes : undefined;
}

/** The class behind `new C(…)`, `C`, or a variable that holds `new C(…)`. */
function classOf(files: Files, file: FileModel, argument: Node, onlyUsed: Set<Unit>): Declared | undefined {
  const node =
    argument.type === 'SpreadElement' ? argument : unwrapped(argument as Parameters<typeof unwrapped>[0]);
  const name = node.type === 'NewExpression' ? node.callee : node;
  if (name.type !== 'Identifier') return undefined;
  const declared = resolveName(files, file, name.name);
  if (declared?.unit.class) return declared;
  if (declared?.unit.node.type !== 'VariableDeclarator' || declared.unit.node.init?.type !== 'NewExpression')
    return undefined;
  if (namings(files, declared.unit) === 1) onlyUsed.add(declared.unit);
  return classOf(files, declared.file, declared.unit.node.init, onlyUsed);
}

/** How often code names what a unit declares. */
function namings(files: Files, unit: Unit): number {
  let count = 0;
  for (const file of files.values()) {
    for (const other of file.units) {
      count += allUses(other).filter(({ name }) => resolveName(files, file, name)?.unit === unit).length;
    }
  }
  return count;
}

function withParents(files: Files, declared: Declared): readonly Declared[] {
  const parent = declared.unit.class?.parent;
  const above = parent === undefined ? undefined : resolveName(files, declared.file, parent);
  return above && above.unit !== declared.unit ? [declared, ...withParents(files, above)] : [declared];
}
