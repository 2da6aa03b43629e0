import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BuiltFunction } from '../../build/bundle/built-function.ts';

/** The folder that a function's code lies in; each version has its own, because a process may still read the one before. */
export function codeFolder(root: string, built: Pick<BuiltFunction, 'function' | 'digest'>): string {
  return join(root, `${built.function}-${built.digest.slice(0, 12)}`);
}

/**
 * Unpacks functions as Lambda would, each into a folder below `root`, and leaves what is there already. Without promises, which would take
 * longer than the few small files.
 */
export function writeCode(root: string, functions: readonly BuiltFunction[]): void {
  mkdirSync(root, { recursive: true });
  // A package.json further up could make ES modules of the bundles; in Lambda there is none.
  writeFileSync(join(root, 'package.json'), '{}\n');
  for (const built of functions) writeFunction(codeFolder(root, built), built);
}

function writeFunction(folder: string, { entries }: BuiltFunction): void {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.${process.pid}`;
  for (const { name, content, mode } of entries) {
    const path = join(unfinished, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode });
  }
  renameSync(unfinished, folder);
}

/** Removes the code of earlier runs. */
export async function removeOldCode(root: string, kept: readonly string[]): Promise<void> {
  const names = await readdir(root).catch(() => []);
  const old = names
    .map((name) => join(root, name))
    .filter((path) => !kept.includes(path) && !path.endsWith('.json'));
  await Promise.all(old.map((path) => rm(path, { recursive: true, force: true })));
}
