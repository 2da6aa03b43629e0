import { cp, mkdtemp, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A copy of an example with its installed packages, so that what commands write is new and stays out of the sources. */
export async function copyProject(example: string): Promise<string> {
  const project = fileURLToPath(new URL(`../../examples/${example}`, import.meta.url));
  const folder = await mkdtemp(join(await realpath(tmpdir()), `${example}-`));
  for (const name of ['src', 'package.json', 'tsconfig.json', 'tankard.config.ts', 'README.md']) {
    await cp(join(project, name), join(folder, name), { recursive: true });
  }
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
