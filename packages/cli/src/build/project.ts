import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Where the command keeps what it can make again. */
export function cacheFolder(project: string): string {
  return join(project, '.tankard', 'cache');
}

/** A path with `/` on every system, as places and zip entries have it. */
export function portable(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/**
 * The tsconfig.json of a folder or of the nearest one above. esbuild has to be told, because it
 * looks for none where a plugin gives the file.
 */
export function tsconfigOf(folder: string): string | undefined {
  const file = join(folder, 'tsconfig.json');
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? undefined : tsconfigOf(dirname(folder));
}
