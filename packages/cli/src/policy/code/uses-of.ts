import type { Node } from 'oxc-parser';
import type { Code } from './code.ts';
import type { CodeFile } from './code-file.ts';
import { exportsOf, importTarget, type Target } from './exports.ts';
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
  const here = usesIn(file, name);
  const imported = importsOf(code).flatMap((entry) => (reaches(code, entry, name) ? [entry] : []));
  const there = imported.map(({ file: from, name: alias, isModule }) =>
    isModule ? membersOf(code, from, alias, name) : { uses: usesIn(from, alias), open: false },
  );
  return {
    uses: [...here, ...there.flatMap(({ uses }) => uses)],
    open: there.some(({ open }) => open),
  };
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

interface Import {
  readonly file: CodeFile;
  readonly name: Name;
  readonly target: Extract<Target, { is: 'elsewhere' }>;
  readonly isModule: boolean;
}

const known = new WeakMap<Code, readonly Import[]>();

/** Every import of one of the project's files by another. */
function importsOf(code: Code): readonly Import[] {
  const found = known.get(code) ?? code.files.flatMap((file) => importsIn(code, file));
  known.set(code, found);
  return found;
}

function importsIn(code: Code, file: CodeFile): readonly Import[] {
  return file.program.body.flatMap((node) => {
    if (node.type !== 'ImportDeclaration' || !code.resolve(file, node.source.value)) return [];
    return node.specifiers.flatMap((specifier) => {
      const target = importTarget(specifier, node);
      const name = file.nameOf(specifier.local);
      if (target?.is !== 'elsewhere' || !name) return [];
      return [{ file, name, target, isModule: target.exported === '*' }];
    });
  });
}

/** Whether an import stands for this name, or for the module that exports it. */
function reaches(code: Code, { file, target }: Import, name: Name): boolean {
  const other = code.resolve(file, target.specifier);
  if (!other) return false;
  if (target.exported === '*')
    return exportedNames(other).some((each) => leadsTo(code, other, each, name, 0));
  return leadsTo(code, other, target.exported, name, 0);
}

/** `export *` may go round in a circle: nothing is re-exported through more files than this. */
const HOPS = 20;

function leadsTo(code: Code, file: CodeFile, exported: string, name: Name, hops: number): boolean {
  if (hops > HOPS) return false;
  return exportsOf(file, exported).some((target) => {
    if (target.is === 'name') return target.name === name;
    if (target.is === 'node' || target.exported === '*') return false;
    const other = code.resolve(file, target.specifier);
    return other !== undefined && leadsTo(code, other, target.exported, name, hops + 1);
  });
}

/** The names that a file exports itself. */
function exportedNames(file: CodeFile): readonly string[] {
  return file.program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration') return [];
    const { declaration } = node;
    const declared =
      declaration && 'id' in declaration && declaration.id?.type === 'Identifier'
        ? [declaration.id.name]
        : [];
    const variables = declaration?.type === 'VariableDeclaration' ? declaration.declarations : [];
    return [
      ...declared,
      ...variables.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : [])),
      ...node.specifiers.map(({ exported }) =>
        exported.type === 'Literal' ? exported.value : exported.name,
      ),
    ];
  });
}

/** `store.put` of `import * as store`; where `store` itself goes somewhere, so does everything in it. */
function membersOf(code: Code, file: CodeFile, module: Name, name: Name): Uses {
  const uses: Use[] = [];
  let open = false;
  for (const { node } of usesIn(file, module)) {
    const parent = file.parentOf(node);
    if (
      parent?.type !== 'MemberExpression' ||
      parent.object !== node ||
      parent.property.type !== 'Identifier'
    )
      open = true;
    else if (isMember(code, file, module, parent.property.name, name)) uses.push({ file, node: parent });
  }
  return { uses, open };
}

function isMember(code: Code, file: CodeFile, module: Name, property: string, name: Name): boolean {
  const entry = importsOf(code).find((each) => each.file === file && each.name === module);
  const other = entry && code.resolve(file, entry.target.specifier);
  return other !== undefined && leadsTo(code, other, property, name, 0);
}
