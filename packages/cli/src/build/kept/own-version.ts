import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

let known: string | undefined;

/**
 * What this command and its framework are, for what is kept of their work. An installed package is what its version says; of a checkout the
 * newest change of its source counts, too.
 */
export function ownVersion(): string {
  const own = fileURLToPath(import.meta.url);
  known ??= [own, createRequire(own).resolve('@tankard/framework')].map(versionOf).join(' ');
  return known;
}

function versionOf(module: string): string {
  const manifest = findPackageJSON(pathToFileURL(module));
  if (manifest === undefined) throw new Error(`${module} belongs to no package.`);
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, string>>;
  const identity = `${name} ${version}`;
  return manifest.includes('node_modules') ? identity : `${identity} ${newestChange(dirname(manifest))}`;
}

/** Milliseconds since 1970. */
function newestChange(folder: string): number {
  const files = ['src', 'dist'].flatMap((name) => {
    const options = { recursive: true, withFileTypes: true } as const;
    return existsSync(join(folder, name)) ? readdirSync(join(folder, name), options) : [];
  });
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}
