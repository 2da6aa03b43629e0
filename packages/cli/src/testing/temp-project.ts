import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * Writes a project into a folder of its own, in which the packages of the command can be imported,
 * and removes it when the test is over. Gives the folder's absolute path.
 *
 * @param files text by path below the folder.
 */
export async function tempProject(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await projectFolder(files);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The same for a hook, which has to remove it itself. */
export async function projectFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tankard-project-')));
  await symlink(packages, join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
