import type { Node } from 'oxc-parser';
import type { FileModel, ImportBinding, Unit } from '../file-model.ts';
import { resolveExport, resolveName } from '../resolve.ts';
import type { LocalVariable } from '../scopes.ts';
import type { Spot } from './cell.ts';
import { parentOf } from './tree.ts';

type Files = ReadonlyMap<string, FileModel>;

/** Where files use what other files declare. */
export interface NamesElsewhere {
  /** Every read of a declaration in files that import it, by name or as a member of a whole file. */
  readsOf(unit: Unit): readonly Spot[];
  /** Whether the whole file goes somewhere, and each of its exports with it. */
  isHandedOn(file: FileModel): boolean;
  /** The declaration that an identifier or `module.name` means. */
  declarationAt(file: FileModel, node: Node): { readonly file: FileModel; readonly unit: Unit } | undefined;
}

/** Reads every import of the project once. */
export function namesElsewhere(files: Files): NamesElsewhere {
  const reads = new Map<Unit, Spot[]>();
  const handedOn = new Set<FileModel>();
  for (const file of files.values()) {
    for (const [local, binding] of file.imports) {
      const whole = moduleOf(files, binding);
      const variable = file.scope.top(local);
      if (whole && !variable) handedOn.add(whole);
      const unit = whole || !variable ? undefined : resolveName(files, file, local)?.unit;
      for (const node of variable?.reads ?? []) {
        if (unit) add(unit, { file, node });
        if (whole) useOfModule(file, whole, node);
      }
    }
  }
  return {
    readsOf: (unit) => reads.get(unit) ?? [],
    isHandedOn: (file) => handedOn.has(file),
    declarationAt: (file, node) => declarationAt(files, file, node),
  };

  function add(unit: Unit, spot: Spot): void {
    reads.set(unit, [...(reads.get(unit) ?? []), spot]);
  }

  function useOfModule(file: FileModel, whole: FileModel, node: Node): void {
    const member = parentOf(file, node);
    const name = member && memberName(member, node);
    const unit = name === undefined ? undefined : resolveExport(files, whole, name)?.unit;
    if (member && unit) add(unit, { file, node: member });
    else handedOn.add(whole);
  }
}

/** The file that an import stands for as a whole: `import * as x`, or a re-export `export * as x`. */
function moduleOf(
  files: Files,
  { target, imported }: ImportBinding,
  hops: number = 0,
): FileModel | undefined {
  const file = target === undefined ? undefined : files.get(target);
  if (!file || imported === '*' || hops > 20) return file && imported === '*' ? file : undefined;
  const binding = file.exports.get(imported);
  if (!binding) {
    return file.stars
      .map((star) => moduleOf(files, { source: '', target: star, imported }, hops + 1))
      .find((found) => found);
  }
  if ('local' in binding) {
    const local = file.imports.get(binding.local);
    return local && moduleOf(files, local, hops + 1);
  }
  if (binding.target === undefined) return undefined;
  return moduleOf(files, { source: '', target: binding.target, imported: binding.imported }, hops + 1);
}

function declarationAt(
  files: Files,
  file: FileModel,
  node: Node,
): ReturnType<NamesElsewhere['declarationAt']> {
  if (node.type === 'Identifier') {
    const variable = file.scope.variableAt(node);
    return variable?.isTop ? resolveName(files, file, node.name) : undefined;
  }
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  const binding = file.imports.get(node.object.name);
  const isImport = binding && isTopName(file.scope.variableAt(node.object));
  const whole = isImport ? moduleOf(files, binding) : undefined;
  const name = memberName(node, node.object);
  return whole && name !== undefined ? resolveExport(files, whole, name) : undefined;
}

const isTopName = (variable: LocalVariable | undefined): boolean => variable?.isTop === true;

function memberName(member: Node, object: Node): string | undefined {
  if (member.type !== 'MemberExpression' || member.object !== object || member.computed) return undefined;
  return member.property.type === 'Identifier' ? member.property.name : undefined;
}
