import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** An installed package as its package.json describes it. */
export interface Installed {
  readonly name: string;
  /** Absolute path, links resolved. */
  readonly folder: string;
  readonly dependencies: readonly string[];
  readonly optional: readonly string[];
  readonly os?: readonly string[] | undefined;
  readonly cpu?: readonly string[] | undefined;
  readonly libc?: readonly string[] | undefined;
}

interface PackageJson {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** Finds a package as Node does: in the `node_modules` of a folder, then of the folders above. */
export async function findInstalled(name: string, from: string): Promise<Installed | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = await readInstalled(name, join(folder, 'node_modules', name));
    if (found) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

async function readInstalled(name: string, path: string): Promise<Installed | undefined> {
  const text = await readFile(join(path, 'package.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { dependencies = {}, optionalDependencies = {}, os, cpu, libc }: PackageJson = JSON.parse(text);
  const optional = Object.keys(optionalDependencies);
  const needed = Object.keys(dependencies).filter((dependency) => !optional.includes(dependency));
  return { name, folder: await realpath(path), dependencies: needed, optional, os, cpu, libc };
}

/** The processor as npm calls it. */
export type Cpu = 'arm64' | 'x64';

/** Whether a package is meant for Lambda: Linux with glibc on a processor. */
export function fits({ os, cpu, libc }: Installed, on: Cpu): boolean {
  return allows(os, 'linux') && allows(cpu, on) && allows(libc, 'glibc');
}

function allows(list: readonly string[] | undefined, value: string): boolean {
  if (!list || list.length === 0) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((entry) => entry.startsWith('!'));
}

/** Whether the name of an optional package says that it holds what Lambda needs, as `@img/sharp-linux-arm64`. */
export function isForTarget(name: string, on: Cpu): boolean {
  return new RegExp(`linux[-_.]${on}(?!.*musl)`).test(name);
}
