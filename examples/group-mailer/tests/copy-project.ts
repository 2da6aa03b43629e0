import { cp, mkdtemp, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** A copy of the project with its installed packages, so that what commands write is new and stays out of the sources. */
export async function copyProject(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'group-mailer-'));
  for (const name of ['src', 'package.json', 'tsconfig.json', 'tankard.config.ts']) {
    await cp(join(PROJECT, name), join(folder, name), { recursive: true });
  }
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
