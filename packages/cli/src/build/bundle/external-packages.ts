import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import { portable } from '../project.ts';
import { fileMode } from './assets.ts';
import type { ZipEntry } from './built-function.ts';
import { type Cpu, findInstalled, fits, type Installed, isForTarget } from './installed.ts';
import type { FunctionBuild } from './settings.ts';

/**
 * The packages that a function leaves outside of its bundle, with what they depend on, as they are
 * installed: for Linux on the function's processor.
 *
 * @throws TankardError with EXTERNAL_NOT_INSTALLED
 */
export async function externalEntries(
  project: string,
  settings: FunctionBuild,
): Promise<readonly ZipEntry[]> {
  const cpu = settings.architecture === 'arm64' ? 'arm64' : 'x64';
  const placed = new Map<string, Installed>();
  for (const name of settings.external) {
    const found = await findInstalled(name, project);
    if (!found) throw new TankardError([notInstalled(name, settings)]);
    await place(found, 'node_modules', placed, cpu, settings);
  }
  const entries = await Promise.all([...placed].map(([path, { folder }]) => filesOf(folder, path)));
  return entries.flat();
}

/** Lays a package and its dependencies out flat; below who needs it where another version has the place. */
async function place(
  found: Installed,
  parent: string,
  placed: Map<string, Installed>,
  cpu: Cpu,
  settings: FunctionBuild,
): Promise<void> {
  const flat = `node_modules/${found.name}`;
  const taken = placed.get(flat);
  if (taken?.folder === found.folder) return;
  const path = taken ? `${parent}/node_modules/${found.name}` : flat;
  if (placed.has(path)) return;
  placed.set(path, found);
  for (const name of found.dependencies) {
    const dependency = await findInstalled(name, found.folder);
    if (!dependency) throw new TankardError([notInstalled(name, settings, found.name)]);
    await place(dependency, path, placed, cpu, settings);
  }
  for (const name of found.optional) {
    const dependency = await findInstalled(name, found.folder);
    if (dependency && fits(dependency, cpu)) await place(dependency, path, placed, cpu, settings);
    else if (isForTarget(name, cpu)) throw new TankardError([wrongPlatform(found.name, name, cpu, settings)]);
  }
}

async function filesOf(folder: string, path: string): Promise<readonly ZipEntry[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const own = files.filter((file) => !relative(folder, file).split(/[\\/]/).includes('node_modules'));
  return Promise.all(
    own.map(async (file) => ({
      name: `${path}/${portable(relative(folder, file))}`,
      content: await readFile(file),
      mode: fileMode((await stat(file)).mode),
    })),
  );
}

function notInstalled(name: string, settings: FunctionBuild, by?: string) {
  return problem('EXTERNAL_NOT_INSTALLED', {
    message: `The package '${name}'${by ? `, which '${by}' needs,` : ''} is external to the function ${settings.function} and is not installed.`,
    remedy: `Install it: npm install ${name}`,
  });
}

function wrongPlatform(name: string, missing: string, cpu: Cpu, settings: FunctionBuild) {
  return problem('EXTERNAL_NOT_INSTALLED', {
    message: `The function ${settings.function} runs on Linux (${cpu}), and '${missing}', the part of '${name}' for it, is not installed.`,
    remedy: `Install it beside your own: npm install --os=linux --cpu=${cpu} --libc=glibc ${name}`,
  });
}
