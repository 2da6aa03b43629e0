import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { version } from 'esbuild';
import type { BuiltApp } from '../build/bundle/built-function.ts';
import type { KeptOutputs } from '../build/bundle/kept-outputs.ts';
import { installationOf } from '../build/kept/installation.ts';
import { isSame, type Looks, lookAt } from '../build/kept/looks.ts';
import { ownVersion } from '../build/kept/own-version.ts';
import { tsconfigFiles } from '../build/kept/tsconfig-files.ts';
import type { LoadedApp } from '../build/load/loaded.ts';
import { cacheFolder } from '../build/project.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { AnalysedApp } from './analyse-app.ts';
import type { MadeApp } from './make-app.ts';

interface Kept extends MadeApp {
  /** Of what made it. */
  readonly version: string;
  /** Of the app's source, its declarations and its configuration. */
  readonly key: string;
  readonly looks: Looks;
}

/** What was made the last time, where packages and settings on disk are what they were. */
export interface KeptApp {
  /** All of it, if it was made of this very app. */
  madeOf(loaded: LoadedApp): MadeApp | undefined;
  /** Bundles of it, which may be used for another one. */
  readonly outputs: KeptOutputs;
  /** What was found in its source, where this process made it. */
  readonly app?: AnalysedApp | undefined;
}

export const NOTHING_KEPT: KeptApp = { madeOf: () => undefined, outputs: new Map() };

export async function keptApp(config: ResolvedConfig): Promise<KeptApp> {
  const content = await readFile(fileOf(config)).catch(() => undefined);
  const kept = content && read(content);
  if (!kept || kept.version !== versions() || !isSame(kept.looks)) return NOTHING_KEPT;
  const { version: _, key, looks: __, ...made } = kept;
  return {
    madeOf: (loaded) => (key === keyOf(loaded, config) ? made : undefined),
    outputs: made.built.outputs ?? NOTHING_KEPT.outputs,
  };
}

/**
 * Looks at everything on disk that an app was made of besides its own source.
 *
 * @param since - when it began to be made, in milliseconds since 1970
 * @returns nothing where files were copied into it, or one that it hangs on has changed meanwhile.
 */
export function looksOf(loaded: LoadedApp, { packageFiles }: BuiltApp, since: number): Looks | undefined {
  const files = packageFiles && filesOf(loaded, packageFiles);
  return files && lookAt(files, since);
}

/** Keeps what was made of an app for the next command. */
export async function keepApp(
  loaded: LoadedApp,
  config: ResolvedConfig,
  { built, graph, analysis, problems }: MadeApp,
  looks: Looks,
): Promise<void> {
  const key = keyOf(loaded, config);
  const kept: Kept = { version: versions(), key, looks, built, graph, analysis, problems };
  const file = fileOf(config);
  const unfinished = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  // The configuration's values are in it.
  await writeFile(unfinished, serialize(kept), { mode: 0o600 });
  await rename(unfinished, file);
}

const fileOf = ({ project, stage }: ResolvedConfig) => join(cacheFolder(project), `app-${stage}.bin`);

/** One that another version of Node wrote may be unreadable. */
function read(content: Buffer): Kept | undefined {
  try {
    return deserialize(content);
  } catch {
    return undefined;
  }
}

const versions = () => `${ownVersion()} esbuild ${version}`;

/** Of all that an app is made of in the project itself. */
export function keyOf(
  { manifest, exportName, sources, packages }: LoadedApp,
  config: ResolvedConfig,
): string {
  const files = [...sources].map(([path, { source, imports, lazyImports }]) => [
    path,
    source,
    [...imports],
    [...lazyImports],
  ]);
  const parts = [config, manifest, exportName, packages, files];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Everything on disk that it hangs on besides the project's own source. */
function filesOf(
  { project, entry, sources, packages }: LoadedApp,
  packageFiles: readonly string[],
): ReadonlySet<string> | undefined {
  const tsconfigs = tsconfigFiles(project);
  if (!tsconfigs) return undefined;
  const imported = packages.map((name) => packageFile(name, entry)).filter((file) => file !== undefined);
  const files = [...packageFiles, ...imported, ...tsconfigs];
  return new Set([...files, ...installationOf([...files, ...sources.keys()])]);
}

/** The package.json of a package that the app imports, which says whether it calls AWS. */
function packageFile(name: string, from: string): string | undefined {
  try {
    return findPackageJSON(name, pathToFileURL(from));
  } catch {
    return undefined;
  }
}
