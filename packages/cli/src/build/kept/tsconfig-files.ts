import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { tsconfigOf } from '../project.ts';

/**
 * The tsconfig.json that a project is built with, and what it extends.
 *
 * @returns nothing where one that is extended cannot be found.
 */
export function tsconfigFiles(project: string): readonly string[] | undefined {
  const first = tsconfigOf(project);
  const files = new Set(first === undefined ? [] : [first]);
  for (const file of files) {
    for (const name of extendedBy(readFileSync(file, 'utf8'))) {
      const found = findExtended(name, file);
      if (found === undefined) return undefined;
      files.add(found);
    }
  }
  return [...files];
}

/** A file with comments is no JSON; one that a comment extends is looked at for nothing. */
function extendedBy(text: string): readonly string[] {
  const [, value = ''] = /"extends"\s*:\s*("[^"]*"|\[[^\]]*\])/.exec(text) ?? [];
  return [...value.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
}

function findExtended(name: string, from: string): string | undefined {
  if (/^\.|^\//.test(name)) {
    const path = resolve(dirname(from), name);
    return [path, `${path}.json`].find(existsSync);
  }
  try {
    const { resolve: find } = createRequire(from);
    return find(/\.json$/.test(name) ? name : `${name}/tsconfig.json`);
  } catch {
    return undefined;
  }
}
