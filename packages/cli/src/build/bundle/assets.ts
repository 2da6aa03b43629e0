import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { glob } from 'tinyglobby';
import { problem } from '../../errors/problem.ts';
import type { ZipEntry } from './built-function.ts';
import type { FunctionBuild } from './settings.ts';

/**
 * The files that a function's `assets` name, under their paths in the project.
 *
 * @throws TankardError with ASSET_NOT_FOUND for a glob that matches nothing
 */
export async function assetEntries(project: string, settings: FunctionBuild): Promise<readonly ZipEntry[]> {
  const found = await Promise.all(
    settings.assets.map((pattern) => matches(project, pattern, settings.function)),
  );
  const names = [...new Set(found.flat())];
  return Promise.all(names.map(async (name) => entryOf(project, name)));
}

async function matches(project: string, pattern: string, name: string): Promise<readonly string[]> {
  const found = await glob(pattern, { cwd: project, dot: true, ignore: ['node_modules/**', '.tankard/**'] });
  if (found.length > 0) return found;
  throw new TankardError([
    problem('ASSET_NOT_FOUND', {
      message: `No file matches '${pattern}' among the assets of the function ${name}.`,
      remedy: 'Globs are relative to the project: `templates/**` takes all files below the folder templates.',
    }),
  ]);
}

async function entryOf(project: string, name: string): Promise<ZipEntry> {
  const path = join(project, name);
  const [content, { mode }] = await Promise.all([readFile(path), stat(path)]);
  return { name, content, mode: fileMode(mode) };
}

/** Whether a file may be executed is all that is kept of its permissions: the rest differs from machine to machine. */
export function fileMode(mode: number): number {
  return mode & 0o100 ? 0o755 : 0o644;
}
