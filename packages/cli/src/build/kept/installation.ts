import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * What decides which files imports of packages lead to, beside the importing files themselves: in each folder on the way up package.json
 * and node_modules with the scopes in there, and in a package the folder itself, where a file may come to stand before another.
 *
 * @param files - absolute paths of all who import
 */
export function installationOf(files: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return [...folders].flatMap((folder) => {
    if (basename(folder) === 'node_modules') return [];
    const modules = join(folder, 'node_modules');
    const own = folder.includes('node_modules') ? [folder] : [];
    return [...own, join(folder, 'package.json'), join(folder, '.pnp.cjs'), modules, ...scopesIn(modules)];
  });
}

function scopesIn(modules: string): readonly string[] {
  try {
    return readdirSync(modules)
      .filter((name) => name.startsWith('@'))
      .map((name) => join(modules, name));
  } catch {
    // There is no such folder.
    return [];
  }
}
