import type { FileModel } from './file-model.ts';
import type { Declared } from './project-model.ts';

type Files = ReadonlyMap<string, FileModel>;

/** Where a module-level name of a file is declared, through imports and re-exports; undefined for a package's. */
export function resolveName(files: Files, file: FileModel, name: string): Declared | undefined {
  const unit = file.unitOf.get(name);
  if (unit) return { file, unit };
  const binding = file.imports.get(name);
  const target = binding?.target === undefined ? undefined : files.get(binding.target);
  return binding && target ? resolveExport(files, target, binding.imported) : undefined;
}

/** Where an export of a file is declared. */
export function resolveExport(
  files: Files,
  file: FileModel,
  name: string,
  seen: ReadonlySet<string> = new Set(),
): Declared | undefined {
  if (seen.has(file.path)) return undefined;
  const visited = new Set([...seen, file.path]);
  const binding = file.exports.get(name);
  if (binding && 'local' in binding) return resolveName(files, file, binding.local);
  if (binding) {
    const target = binding.target === undefined ? undefined : files.get(binding.target);
    return target && resolveExport(files, target, binding.imported, visited);
  }
  for (const star of file.stars) {
    const target = star === undefined ? undefined : files.get(star);
    const found = target && resolveExport(files, target, name, visited);
    if (found) return found;
  }
  return undefined;
}
