import { relative } from 'node:path';
import type { Place } from '@tankard/framework/manifest';
import { exactKeyPlace } from './key-place.ts';
import type { ResolvedConfig } from './resolved.ts';
import type { KeyPath } from './schema/fault.ts';

/**
 * The line of the configuration file that says a setting, in the stage or for all stages. Nothing
 * where the setting comes from elsewhere: code, the command line, another file.
 *
 * @param path as for all stages: `functions`, `api`, `timeout`.
 */
export function settingPlace(
  { project, file, text, stage }: Pick<ResolvedConfig, 'project' | 'file' | 'text' | 'stage'>,
  ...path: KeyPath
): Place | undefined {
  if (file === undefined || text === undefined) return undefined;
  const name = relative(project, file);
  return exactKeyPlace(name, text, ['stages', stage, ...path]) ?? exactKeyPlace(name, text, path);
}
