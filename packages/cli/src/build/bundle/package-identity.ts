import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { portable } from '../project.ts';

/** What identifies a module of a package on every machine: `@aws-sdk/client-s3@3.1000.0/dist-es/index.js`. */
export async function packageIdentity(path: string): Promise<string> {
  const found = await packageOf(dirname(path));
  return found ? `${found.name}@${found.version}/${portable(relative(found.folder, path))}` : path;
}

/** An installed package. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute path. */
  readonly folder: string;
}

const known = new Map<string, Promise<InstalledPackage | undefined>>();

/** The package that a folder belongs to: the nearest package.json that has a name and a version. */
export function packageOf(folder: string): Promise<InstalledPackage | undefined> {
  const cached = known.get(folder) ?? find(folder);
  known.set(folder, cached);
  return cached;
}

async function find(folder: string): Promise<InstalledPackage | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  const { name, version }: Partial<InstalledPackage> = JSON.parse(text);
  if (name !== undefined && version !== undefined) return { name, version, folder };
  const parent = dirname(folder);
  return parent === folder ? undefined : packageOf(parent);
}
