import type { ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import type { Node, Program } from 'oxc-parser';
import { analysisOf } from '../source/analysis.ts';

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
  /** The variables, of any scope, that a node declares: two for a class, which knows itself from inside. */
  variablesOf(declaration: Node): readonly LocalVariable[];
  /** The variable that an identifier means. */
  variableAt(identifier: Node): LocalVariable | undefined;
  /** A variable at the top of the file. */
  top(name: string): LocalVariable | undefined;
}

/** A variable of any scope. */
export interface LocalVariable {
  readonly name: string;
  readonly isTop: boolean;
  /** The declarator, function, class or import specifier; a parameter has none. */
  readonly declarations: readonly Node[];
  /** Where its value is read. */
  readonly reads: readonly Node[];
  readonly isReassigned: boolean;
}

/** Reads the module-level names of a file. */
export function moduleScopeOf(program: Program): ModuleScope {
  const manager = analysisOf(program);
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
  let local: LocalNames | undefined;
  const locals = () => {
    local ??= localNames(manager);
    return local;
  };
  return {
    names,
    references,
    variablesOf: (declaration) => locals().byDeclaration.get(declaration) ?? [],
    variableAt: (identifier) => locals().byIdentifier.get(identifier),
    top: (name) => locals().top.get(name),
  };
}

interface LocalNames {
  readonly byDeclaration: Map<Node, LocalVariable[]>;
  readonly byIdentifier: Map<Node, LocalVariable>;
  readonly top: Map<string, LocalVariable>;
}

/** Made where it is asked for: most files have nothing whose way has to be followed. */
function localNames(manager: ScopeManager): LocalNames {
  const names: LocalNames = { byDeclaration: new Map(), byIdentifier: new Map(), top: new Map() };
  for (const scope of manager.scopes) {
    const isTop = String(scope.type) === 'module';
    for (const found of scope.variables) {
      const variable = localVariable(found, isTop);
      if (isTop) names.top.set(variable.name, variable);
      for (const declaration of variable.declarations)
        names.byDeclaration.set(declaration, [...(names.byDeclaration.get(declaration) ?? []), variable]);
      for (const node of [...found.identifiers, ...found.references.map(({ identifier }) => identifier)])
        names.byIdentifier.set(node as unknown as Node, variable);
    }
  }
  return names;
}

function localVariable({ name, defs, references }: Variable, isTop: boolean): LocalVariable {
  const isValue = (reference: Variable['references'][number]) =>
    reference.isRead() && reference.isValueReference;
  return {
    name,
    isTop,
    // A parameter's is the whole function, which is not what it stands for.
    declarations: defs.flatMap(({ node, type }) => (type === 'Parameter' ? [] : [node as unknown as Node])),
    reads: references.filter(isValue).map(({ identifier }) => identifier as unknown as Node),
    isReassigned: references.some((reference) => !reference.init && reference.isWrite()),
  };
}
