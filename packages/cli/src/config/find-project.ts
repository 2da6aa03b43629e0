import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';

/** The names that a configuration file may have. */
export const CONFIG_FILES = ['ts', 'mts', 'js', 'mjs'].map((extension) => `tankard.config.${extension}`);

/**
 * The absolute path of the project's folder: the one given, or the nearest from `cwd` upwards that
 * holds a configuration file or a `package.json`, or `cwd` itself.
 *
 * @throws TankardError PROJECT_NOT_FOUND when the folder given is not there.
 */
export function findProject(given: string | undefined, cwd: string): string {
  if (given === undefined) return nearestProject(resolve(cwd)) ?? resolve(cwd);
  const folder = resolve(cwd, given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new TankardError([
    problem('PROJECT_NOT_FOUND', {
      message: `There is no folder '${given}'.`,
      remedy: 'Give --project the folder that holds package.json, or run the command in it.',
    }),
  ]);
}

function nearestProject(folder: string): string | undefined {
  if ([...CONFIG_FILES, 'package.json'].some((name) => existsSync(join(folder, name)))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestProject(parent);
}
