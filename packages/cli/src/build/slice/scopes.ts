import { analyze } from '@typescript-eslint/scope-manager';
import type { Program } from 'oxc-parser';

/** A place where code uses a module-level name. */
export interface Reference {
  readonly name: string;
  readonly offset: number;
  /** It names a type there, which nothing does at run time. */
  readonly isType: boolean;
}

/** The module-level names of a file, and every use of one; shadowed names are told apart. */
export interface ModuleScope {
  readonly names: ReadonlySet<string>;
  readonly references: readonly Reference[];
}

/** Resolves names with typescript-eslint's scope analysis, which takes oxc's tree as it is. */
export function moduleScopeOf(program: Program): ModuleScope {
  // oxc's tree follows typescript-eslint's own description; the two packages share no types.
  const tree = program as unknown as Parameters<typeof analyze>[0];
  const manager = analyze(tree, { sourceType: 'module', lib: [] });
  const module = manager.scopes.find((scope) => String(scope.type) === 'module');
  const names = new Set<string>();
  const references: Reference[] = [];
  for (const variable of module?.variables ?? []) {
    names.add(variable.name);
    for (const reference of variable.references) {
      // A declaration with a value counts as a reference that sets it.
      if (reference.init) continue;
      const { identifier, isValueReference } = reference;
      references.push({ name: variable.name, offset: identifier.range[0], isType: !isValueReference });
    }
  }
  return { names, references };
}
