import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the command's own package. A module can't tell it by its own place: what is published is bundled into chunks. */
export const ownFolder = dirname(findPackageJSON(import.meta.url) ?? import.meta.dirname);

/** Whether the command runs from its source, not from what was built of it. */
const fromSource = import.meta.url.endsWith('.ts');

/** The folder of the code that runs. */
const ownCode = join(ownFolder, fromSource ? 'src' : 'dist');

/**
 * The file of a program that runs in a process of its own; `scripts/bundle-packages.mjs` makes one of each.
 *
 * @param name below `src` and without an ending, as `build/load/child`
 */
export function ownProgram(name: string): string {
  return join(ownCode, `${name}${fromSource ? '.ts' : '.js'}`);
}

/** Folders of the code that runs, by their names below `src`; what is built knows no such parts and is one. */
export function ownParts(names: readonly string[]): readonly string[] {
  return fromSource ? names.map((name) => join(ownCode, name)) : [ownCode];
}
