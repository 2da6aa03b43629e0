import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ResolvedConfig } from '../../config/resolved.ts';

/**
 * Writes a project into a folder of its own, which goes when the test is over. Packages are those
 * that the command itself has installed.
 *
 * @param files - contents by path
 * @param installed - files below `node_modules`, for packages that are made up; replaces the installed ones
 */
export async function makeProject(
  files: Readonly<Record<string, string>>,
  installed?: Readonly<Record<string, string>>,
): Promise<ResolvedConfig> {
  const project = await mkdtemp(join(tmpdir(), 'tankard-build-'));
  onTestFinished(() => rm(project, { recursive: true, force: true }));
  await writeAll(project, { 'package.json': '{"type":"module"}', ...files });
  const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  if (installed) {
    await mkdir(join(project, 'node_modules'));
    await symlink(join(modules, '@tankard'), join(project, 'node_modules/@tankard'));
    await writeAll(join(project, 'node_modules'), installed);
  } else {
    await symlink(modules, join(project, 'node_modules'));
  }
  return {
    project,
    entry: join(project, 'src/app.ts'),
    stage: 'dev',
    api: 'http',
    parameters: {},
    defaults: {},
    functions: {},
    sdk: 'bundle',
    sourceMaps: false,
  };
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
