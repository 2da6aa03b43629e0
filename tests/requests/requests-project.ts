import { mkdir, mkdtemp, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from './request-row.ts';

const root = join(import.meta.dirname, '..', '..');

/** Writes the table's app as a project of its own, to be served by a target. Gives the folder. */
export async function requestsProject(target: Target): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tankard-requests-')));
  const app = await readFile(join(import.meta.dirname, 'app.ts'), 'utf8');
  const options = target === 'default' ? `, { notFound: 'app' }` : '';
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src', 'app.ts'), app.replace(`'requests'`, `'requests-${target}'${options}`));
  await writeFile(
    join(folder, 'tankard.config.ts'),
    `export default { api: '${target === 'default' ? 'http' : target}' };\n`,
  );
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
