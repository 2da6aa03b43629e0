import type { ExportNamedDeclaration, Node } from 'oxc-parser';
import type { Code } from './code.ts';
import type { CodeFile } from './code-file.ts';
import { exportsOf, importTarget } from './exports.ts';
import type { Name } from './names.ts';

/** A place where a name is read at run time, in its own file or in one that imports it. */
export interface Use {
  readonly file: CodeFile;
  readonly node: Node;
}

/** Every use of a name; `open` where a whole module is handed on, and the name with it. */
export interface Uses {
  readonly uses: readonly Use[];
  readonly open: boolean;
}

/** Finds where a top-level or local name is used, through imports, aliases and `import * as`. */
export function usesOf(code: Code, file: CodeFile, name: Name): Uses {
  const uses = [...usesIn(file, name)];
  let open = false;
  for (const entry of importsOf(code).get(name) ?? []) {
    const there =
      entry.as === undefined
        ? { uses: usesIn(entry.file, entry.alias), open: false }
        : membersOf(entry, entry.as);
    uses.push(...there.uses);
    open ||= there.open;
  }
  return { uses, open };
}

function usesIn(file: CodeFile, name: Name): readonly Use[] {
  return name.references
    .filter(({ isType, isRead, identifier }) => isRead && !isType && !isExported(file, identifier))
    .map(({ identifier }) => ({ file, node: identifier }));
}

function isExported(file: CodeFile, identifier: Node): boolean {
  const parent = file.parentOf(identifier);
  return parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration';
}

/** A name under which another file knows a name: itself, or `as` a member of the module that it knows. */
interface Import {
  readonly file: CodeFile;
  readonly alias: Name;
  readonly as?: string | undefined;
}

const known = new WeakMap<Code, ReadonlyMap<Name, readonly Import[]>>();

/** Every import of one of the project's files by another, by the name that it leads to. */
function importsOf(code: Code): ReadonlyMap<Name, readonly Import[]> {
  const found = known.get(code) ?? findImports(code);
  known.set(code, found);
  return found;
}

function findImports(code: Code): ReadonlyMap<Name, readonly Import[]> {
  const imports = new Map<Name, Import[]>();
  for (const file of code.files) {
    for (const [name, entry] of importsIn(code, file))
      imports.set(name, [...(imports.get(name) ?? []), entry]);
  }
  return imports;
}

function* importsIn(code: Code, file: CodeFile): Generator<readonly [Name, Import]> {
  for (const node of file.program.body) {
    const other = node.type === 'ImportDeclaration' ? code.resolve(file, node.source.value) : undefined;
    if (node.type !== 'ImportDeclaration' || !other) continue;
    for (const specifier of node.specifiers) {
      const target = importTarget(specifier, node);
      const alias = file.nameOf(specifier.local);
      if (target?.is !== 'elsewhere' || !alias) continue;
      const isModule = target.exported === '*';
      for (const exported of isModule ? exportedNames(code, other) : [target.exported]) {
        const as = isModule ? exported : undefined;
        for (const name of leadsTo(code, other, exported)) yield [name, { file, alias, as }];
      }
    }
  }
}

/** `export *` may go round in a circle: nothing is re-exported through more files than this. */
const HOPS = 20;

function leadsTo(code: Code, file: CodeFile, exported: string, hops: number = 0): readonly Name[] {
  if (hops > HOPS) return [];
  return exportsOf(file, exported).flatMap((target) => {
    if (target.is === 'name') return [target.name];
    if (target.is === 'node' || target.exported === '*') return [];
    const other = code.resolve(file, target.specifier);
    return other ? leadsTo(code, other, target.exported, hops + 1) : [];
  });
}

/** The names that a file exports, itself or through `export *`. */
function exportedNames(code: Code, file: CodeFile, hops: number = 0): readonly string[] {
  if (hops > HOPS) return [];
  return file.program.body.flatMap((node) => {
    if (node.type === 'ExportAllDeclaration' && !node.exported) {
      const other = code.resolve(file, node.source.value);
      return other ? exportedNames(code, other, hops + 1) : [];
    }
    return node.type === 'ExportNamedDeclaration' ? namesExportedBy(node) : [];
  });
}

function namesExportedBy({ declaration, specifiers }: ExportNamedDeclaration): readonly string[] {
  const declared =
    declaration && 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id] : [];
  const variables =
    declaration?.type === 'VariableDeclaration' ? declaration.declarations.map(({ id }) => id) : [];
  return [
    ...[...declared, ...variables].flatMap((id) => (id.type === 'Identifier' ? [id.name] : [])),
    ...specifiers.map(({ exported }) => (exported.type === 'Literal' ? exported.value : exported.name)),
  ];
}

/** `store.put` of `import * as store`; where `store` itself goes somewhere, so does everything in it. */
function membersOf({ file, alias }: Import, name: string): Uses {
  const uses: Use[] = [];
  let open = false;
  for (const { node } of usesIn(file, alias)) {
    const parent = file.parentOf(node);
    const isMember = parent?.type === 'MemberExpression' && parent.object === node && !parent.computed;
    if (!isMember || parent.property.type !== 'Identifier') open = true;
    else if (parent.property.name === name) uses.push({ file, node: parent });
  }
  return { uses, open };
}
