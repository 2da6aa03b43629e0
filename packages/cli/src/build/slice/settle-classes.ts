import type { Node } from 'oxc-parser';
import { unwrapped } from '../source/calls.ts';
import type { FileModel, Unit } from './file-model.ts';
import { useArguments } from './keep.ts';
import type { Declared } from './project-model.ts';
import { resolveName } from './resolve.ts';

type Files = ReadonlyMap<string, FileModel>;

/** Finds which classes of handlers each `app.use(…)` is about. */
export function settleClasses(files: Files): ReadonlyMap<Unit, readonly Declared[]> {
  const uses = new Map<Unit, readonly Declared[]>();
  for (const file of files.values()) {
    for (const unit of file.units.filter(({ keep }) => keep === 'use')) {
      const classes = classesOf(files, file, unit);
      if (classes) uses.set(unit, classes);
    }
  }
  return uses;
}

/** The classes with handlers that a `use` statement registers, parents included; undefined where one can't be told. */
function classesOf(files: Files, file: FileModel, unit: Unit): readonly Declared[] | undefined {
  const classes: Declared[] = [];
  for (const argument of useArguments(unit.node) ?? []) {
    const declared = classOf(files, file, argument);
    if (!declared) return undefined;
    classes.push(...withParents(files, declared));
  }
  return classes.some(({ unit: { sites } }) => sites.length > 0) ? classes : undefined;
}

/** The class behind `new C(…)`, `C`, or a variable that holds `new C(…)`. */
function classOf(files: Files, file: FileModel, argument: Node): Declared | undefined {
  const node =
    argument.type === 'SpreadElement' ? argument : unwrapped(argument as Parameters<typeof unwrapped>[0]);
  const name = node.type === 'NewExpression' ? node.callee : node;
  if (name.type !== 'Identifier') return undefined;
  const declared = resolveName(files, file, name.name);
  if (declared?.unit.class) return declared;
  if (declared?.unit.node.type !== 'VariableDeclarator' || declared.unit.node.init?.type !== 'NewExpression')
    return undefined;
  return classOf(files, declared.file, declared.unit.node.init);
}

function withParents(files: Files, declared: Declared): readonly Declared[] {
  const base = declared.unit.class?.base;
  const above = base?.type === 'Identifier' ? resolveName(files, declared.file, base.name) : undefined;
  return above && above.unit !== declared.unit ? [declared, ...withParents(files, above)] : [declared];
}
