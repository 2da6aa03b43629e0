import { join, resolve } from 'node:path';
import { configFile } from './config-file.ts';
import { findProject } from './find-project.ts';
import { loadConfigFile } from './load-file.ts';

/** The app of a project without a configuration, or with one that names no other file. */
export const DEFAULT_ENTRY = join('src', 'app.ts');

/**
 * Where the app is, whatever else is wrong with the configuration; nothing where that cannot be told.
 *
 * @param given the value of `--project`, relative to `cwd`.
 */
export async function entryOf(
  given: string | undefined,
  cwd: string,
): Promise<{ readonly project: string; readonly entry: string } | undefined> {
  try {
    const project = findProject(given, cwd);
    const file = configFile(project);
    const config = file ? await loadConfigFile(file, project) : {};
    const { entry = DEFAULT_ENTRY } = config as { entry?: unknown };
    return typeof entry === 'string' ? { project, entry: resolve(project, entry) } : undefined;
  } catch {
    return undefined;
  }
}
