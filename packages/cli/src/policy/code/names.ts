import type { Variable } from '@typescript-eslint/scope-manager';
import type { Node, Program } from 'oxc-parser';
import { analysisOf } from '../../build/source/analysis.ts';

/** One name that a file declares, with everything that refers to it. */
export interface Name {
  readonly name: string;
  readonly definitions: readonly Definition[];
  readonly references: Reference[];
}

/** Where a name comes from: the node that declares it, and the identifier in it. */
export interface Definition {
  readonly kind: 'import' | 'variable' | 'parameter' | 'function' | 'class' | 'type' | 'other';
  readonly identifier: Node;
  /** The specifier, the declarator, the function, the class, the type. */
  readonly node: Node;
}

export interface Reference {
  readonly identifier: Node;
  readonly isType: boolean;
  readonly isRead: boolean;
  /** Whether something is assigned here, after the declaration. */
  readonly isWritten: boolean;
}

/** The names of one file, by the identifiers that mean them. */
export interface Names {
  nameOf(identifier: Node): Name | undefined;
  /** A name declared at the top of the file. */
  top(name: string): Name | undefined;
}

const kinds: Readonly<Record<string, Definition['kind']>> = {
  ImportBinding: 'import',
  Variable: 'variable',
  Parameter: 'parameter',
  FunctionName: 'function',
  ClassName: 'class',
  Type: 'type',
};

/** Resolves the names of a file. */
export function namesOf(program: Program): Names {
  const manager = analysisOf(program);
  const byIdentifier = new Map<Node, Name>();
  const top = new Map<string, Name>();
  for (const scope of manager.scopes) {
    for (const variable of scope.variables) {
      const found = toName(variable);
      // A class's name is declared around it and inside of it: that is one name.
      const outer = found.definitions
        .map(({ identifier }) => byIdentifier.get(identifier))
        .find((name) => name);
      const name = outer ?? found;
      if (outer) outer.references.push(...found.references);
      if (scope.type === 'module' || scope.type === 'global') top.set(variable.name, name);
      for (const { identifier } of [...found.definitions, ...found.references])
        byIdentifier.set(identifier, name);
    }
  }
  return { nameOf: (identifier) => byIdentifier.get(identifier), top: (name) => top.get(name) };
}

function toName(variable: Variable): Name {
  return {
    name: variable.name,
    definitions: variable.defs.map(({ type, name, node }) => ({
      kind: kinds[type] ?? 'other',
      identifier: toNode(name),
      node: toNode(node),
    })),
    references: variable.references
      .filter((reference) => !reference.init)
      .map((reference) => ({
        identifier: toNode(reference.identifier),
        isType: reference.isTypeReference && !reference.isValueReference,
        isRead: reference.isRead(),
        isWritten: reference.isWrite(),
      })),
  };
}

const toNode = (node: unknown): Node => node as Node;

/** Whether an identifier stands for its value, and is not the name of a key, a type or a declaration. */
export function isReadName(name: Name | undefined, identifier: Node): boolean {
  return (
    name?.references.some((each) => each.identifier === identifier && each.isRead && !each.isType) ?? false
  );
}
