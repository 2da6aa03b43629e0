import { mkdir, mkdtemp, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Target, WITHOUT_AUTHORIZERS } from './request-row.ts';

const root = join(import.meta.dirname, '..', '..');

/** Writes the table's app as a project of its own, to be served by a target. Gives the folder. */
export async function requestsProject(target: Target): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tankard-requests-')));
  const options = target === 'default' ? `, { notFound: 'app' }` : '';
  await mkdir(join(folder, 'src'));
  for (const file of ['app.ts', 'shelves.ts', 'guarded.ts']) {
    const text = await readFile(join(import.meta.dirname, file), 'utf8');
    await writeFile(join(folder, 'src', file), text.replace(`'requests'`, `'requests-${target}'${options}`));
  }
  const api = target === 'default' ? 'http' : target;
  const entry = target in WITHOUT_AUTHORIZERS ? 'src/app.ts' : 'src/guarded.ts';
  await writeFile(join(folder, 'tankard.config.ts'), `export default ${JSON.stringify({ api, entry })};\n`);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
