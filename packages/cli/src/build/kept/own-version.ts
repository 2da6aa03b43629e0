import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownFolder, ownParts } from '../../own-package.ts';

/** The folders of the command that make something of an app. */
const MAKING = ['build', 'checks', 'config', 'graph', 'policy', 'prepare', 'resources'];

let known: string | undefined;

/**
 * What this command and its framework are, for what is kept of their work. An installed package is what its version says; of a checkout the
 * newest change of its code counts, too: a look at 500 files takes 8 ms.
 */
export function ownVersion(): string {
  const framework = createRequire(import.meta.url).resolve('@tankard/framework');
  known ??= [
    versionOf(join(ownFolder, 'package.json'), ownParts(MAKING)),
    versionOf(findPackageJSON(pathToFileURL(framework)) ?? framework, [dirname(framework)]),
  ].join(' ');
  return known;
}

/** @param code the folders that count of a checkout */
function versionOf(manifest: string, code: readonly string[]): string {
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, string>>;
  const identity = `${name} ${version}`;
  if (manifest.includes('node_modules')) return identity;
  return `${identity} ${Math.max(...code.map(newestChange))}`;
}

/** Milliseconds since 1970. */
function newestChange(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?!.*\.test\.).*\.m?[jt]s$/.test(name),
  );
  return Math.max(...files.map((name) => statSync(join(folder, name)).mtimeMs));
}
