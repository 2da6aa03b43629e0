import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folders of the command that make something of an app. */
const MAKING = ['build', 'checks', 'config', 'graph', 'policy', 'prepare', 'resources'];

let known: string | undefined;

/**
 * What this command and its framework are, for what is kept of their work. An installed package is what its version says; of a checkout the
 * newest change of its code counts, too: a look at 500 files takes 8 ms.
 */
export function ownVersion(): string {
  const own = fileURLToPath(import.meta.url);
  known ??= [
    versionOf(own, (root) => MAKING.map((name) => join(root, name))),
    versionOf(createRequire(own).resolve('@tankard/framework'), (root) => [root]),
  ].join(' ');
  return known;
}

/** @param foldersOf - what of the root of a checkout's code counts */
function versionOf(module: string, foldersOf: (root: string) => readonly string[]): string {
  const manifest = findPackageJSON(pathToFileURL(module));
  if (manifest === undefined) throw new Error(`${module} belongs to no package.`);
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, string>>;
  const identity = `${name} ${version}`;
  if (manifest.includes('node_modules')) return identity;
  // The one of the two that runs.
  const root = ['src', 'dist']
    .map((folder) => join(dirname(manifest), folder))
    .find((one) => module.startsWith(one));
  return `${identity} ${Math.max(...foldersOf(root ?? dirname(module)).map(newestChange))}`;
}

/** Milliseconds since 1970. */
function newestChange(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?!.*\.test\.).*\.m?[jt]s$/.test(name),
  );
  return Math.max(...files.map((name) => statSync(join(folder, name)).mtimeMs));
}
