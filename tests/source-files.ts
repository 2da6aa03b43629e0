import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';

const root = join(import.meta.dirname, '..');

/** One file that was written by hand. */
export interface SourceFile {
  /** Below the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What of a file other modules and tests of the house ask for. */
export interface ModuleFacts {
  /** What is imported or re-exported, in any way: `./value.ts`, `node:fs`. */
  readonly imports: readonly string[];
  readonly hasDefaultExport: boolean;
}

/** Every TypeScript and JavaScript file below the folders given, without what was installed or generated. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => !/\/(node_modules|dist|\.tankard|\.conformance)\//.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}

export function moduleFacts({ path, text }: SourceFile): ModuleFacts {
  const { module } = parseSync(path, text);
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((one) => one.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end)),
  ];
  return {
    imports: [...new Set(requests.map((request) => request.replaceAll(/^['"`]|['"`]$/g, '')))],
    hasDefaultExport: module.staticExports.some(({ entries }) =>
      entries.some((one) => one.exportName.kind === 'Default'),
    ),
  };
}
