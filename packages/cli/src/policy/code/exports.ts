import type { ImportDeclaration, ModuleExportName, Node } from 'oxc-parser';
import type { CodeFile } from './code-file.ts';
import type { Name } from './names.ts';

/** What a name that a file exports, or imports, stands for. */
export type Target =
  | { readonly is: 'name'; readonly name: Name }
  | { readonly is: 'node'; readonly node: Node }
  /** An export of another module; `*` is all of them. */
  | { readonly is: 'elsewhere'; readonly specifier: string; readonly exported: string };

const known = new WeakMap<CodeFile, Map<string, readonly Target[]>>();

/** Where an exported name of a file comes from. Several only for `export *`, which names nothing. */
export function exportsOf(file: CodeFile, exported: string): readonly Target[] {
  const ofFile = known.get(file) ?? new Map<string, readonly Target[]>();
  const targets = ofFile.get(exported) ?? findExports(file, exported);
  known.set(file, ofFile.set(exported, targets));
  return targets;
}

function findExports(file: CodeFile, exported: string): readonly Target[] {
  const found = file.program.body.flatMap((node): readonly Target[] => {
    switch (node.type) {
      case 'ExportDefaultDeclaration':
        return exported === 'default' ? [targetOfDefault(file, node.declaration)] : [];
      case 'ExportNamedDeclaration': {
        const declared = node.declaration ? declaredTarget(file, node.declaration, exported) : undefined;
        const specifiers = node.specifiers.filter((specifier) => textOf(specifier.exported) === exported);
        const source = node.source?.value;
        return [
          ...(declared ? [declared] : []),
          ...specifiers.flatMap(({ local }) =>
            source === undefined ? topTarget(file, textOf(local)) : [elsewhere(source, textOf(local))],
          ),
        ];
      }
      case 'ExportAllDeclaration':
        return node.exported && textOf(node.exported) === exported ? [elsewhere(node.source.value, '*')] : [];
      default:
        return [];
    }
  });
  return found.length > 0 || exported === 'default' ? found : starsOf(file, exported);
}

/** What an imported name stands for; the specifier's declaration is its parent. */
export function importTarget(specifier: Node, declaration: ImportDeclaration): Target | undefined {
  const source = declaration.source.value;
  switch (specifier.type) {
    case 'ImportSpecifier':
      return elsewhere(source, textOf(specifier.imported));
    case 'ImportDefaultSpecifier':
      return elsewhere(source, 'default');
    case 'ImportNamespaceSpecifier':
      return elsewhere(source, '*');
    default:
      return undefined;
  }
}

function starsOf(file: CodeFile, exported: string): readonly Target[] {
  return file.program.body.flatMap((node) =>
    node.type === 'ExportAllDeclaration' && !node.exported ? [elsewhere(node.source.value, exported)] : [],
  );
}

function declaredTarget(file: CodeFile, declaration: Node, exported: string): Target | undefined {
  const name = file.topName(exported);
  const isHere = name?.definitions.some(
    ({ identifier }) => identifier.start >= declaration.start && identifier.end <= declaration.end,
  );
  return name && isHere ? { is: 'name', name } : undefined;
}

function targetOfDefault(file: CodeFile, node: Node): Target {
  const name = 'id' in node && node.id?.type === 'Identifier' ? file.topName(node.id.name) : undefined;
  return name ? { is: 'name', name } : { is: 'node', node };
}

function topTarget(file: CodeFile, name: string): readonly Target[] {
  const found = file.topName(name);
  return found ? [{ is: 'name', name: found }] : [];
}

const elsewhere = (specifier: string, exported: string): Target => ({ is: 'elsewhere', specifier, exported });

const textOf = (name: ModuleExportName): string => (name.type === 'Literal' ? name.value : name.name);
