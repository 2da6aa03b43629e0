import type { Node, Program } from 'oxc-parser';
import type { ExportBinding, FileModel, ImportBinding } from './file-model.ts';
import { namesIn } from './pattern-names.ts';
import { lazyName } from './pieces.ts';
import { DEFAULT_NAME } from './take-statement.ts';

type TargetOf = (specifier: string) => string | undefined;

/** The names that a file imports, types left out. */
export function importsOf(
  program: Program,
  targetOf: TargetOf,
  lazy: ReadonlyMap<string, string>,
): FileModel['imports'] {
  const imports = new Map<string, ImportBinding>();
  for (const [source, target] of lazy) imports.set(lazyName(source), { source, target, imported: '*' });
  for (const node of program.body) {
    if (node.type !== 'ImportDeclaration' || node.importKind === 'type') continue;
    const source = node.source.value;
    for (const specifier of node.specifiers) {
      if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') continue;
      imports.set(specifier.local.name, {
        source,
        target: targetOf(source),
        imported: importedName(specifier),
      });
    }
  }
  return imports;
}

type Specifier = Extract<Node, { type: 'ImportDeclaration' }>['specifiers'][number];

function importedName(specifier: Specifier): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(specifier.imported);
}

/** The names that a file exports, `export *` left out. */
export function exportsOf(program: Program, targetOf: TargetOf): FileModel['exports'] {
  const exports = new Map<string, ExportBinding>();
  for (const node of program.body) {
    if (node.type === 'ExportDefaultDeclaration') {
      exports.set('default', { local: DEFAULT_NAME });
    } else if (node.type === 'ExportAllDeclaration' && node.exported) {
      exports.set(nameOf(node.exported), { target: targetOf(node.source.value), imported: '*' });
    } else if (node.type === 'ExportNamedDeclaration' && node.exportKind !== 'type') {
      for (const name of declaredNames(node.declaration)) exports.set(name, { local: name });
      for (const { local, exported } of node.specifiers) {
        const binding = node.source
          ? { target: targetOf(node.source.value), imported: nameOf(local) }
          : { local: nameOf(local) };
        exports.set(nameOf(exported), binding);
      }
    }
  }
  return exports;
}

function declaredNames(
  node: Extract<Node, { type: 'ExportNamedDeclaration' }>['declaration'],
): readonly string[] {
  if (!node) return [];
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => namesIn(id));
  return 'id' in node && node.id?.type === 'Identifier' ? [node.id.name] : [];
}

/** The name of an import's or export's end, which may be written as text. */
export function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}
