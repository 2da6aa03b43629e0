import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TankardError } from '@tankard/framework/errors';
import { type BuildFailure, build, type Metafile, type Plugin } from 'esbuild';
import MagicString from 'magic-string';
import { cacheFolder, portable, tsconfigOf } from '../project.ts';
import { loaderOf } from '../source/loader.ts';
import { ownLocations } from '../source/own-location.ts';
import { type Parsed, parse } from '../source/parse.ts';
import { problemOf } from './build-messages.ts';
import type { SourceFile } from './loaded.ts';
import { mark, markerSource } from './mark.ts';
import { sourcesOf } from './sources.ts';

/** The bundle that the child process imports, and what went into it. */
export interface LoadBundle {
  /** Absolute path; the caller takes it away. */
  readonly file: string;
  /** Its source map. */
  readonly map: string;
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly packages: readonly string[];
}

/**
 * Bundles the project's own source with every declaration marked; packages stay outside.
 *
 * @throws TankardError with APP_SYNTAX and APP_IMPORT_MISSING
 */
export async function bundleForLoading(project: string, entry: string): Promise<LoadBundle> {
  const texts = new Map<string, string>();
  const result = await build({
    stdin: { contents: starter(project, entry), resolveDir: project, sourcefile: 'tankard-load.mjs' },
    absWorkingDir: project,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    // Node runs no decorators; esbuild lowers them below `esnext` only.
    target: 'node22',
    sourcemap: 'external',
    sourcesContent: false,
    banner: { js: markerSource },
    // A package.json that says `sideEffects: false` must not drop a file that registers handlers.
    ignoreAnnotations: true,
    tsconfig: tsconfigOf(project),
    metafile: true,
    write: false,
    outfile: join(cacheFolder(project), 'load.mjs'),
    logLevel: 'silent',
    plugins: [marking(project, texts)],
  }).catch((failure: BuildFailure) => {
    throw new TankardError(failure.errors.map((message) => problemOf(message)));
  });
  // A name of its own, so that two commands in one project don't meet. Inside the project, so that packages are found.
  const file = join(cacheFolder(project), `load-${randomUUID()}.mjs`);
  await mkdir(dirname(file), { recursive: true });
  const { metafile, outputFiles } = result;
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  await writeFile(file, textOf('.mjs'));
  return {
    file,
    map: textOf('.map'),
    sources: sourcesOf(project, texts, metafile),
    packages: packagesOf(metafile),
  };
}

function packagesOf({ inputs }: Metafile): readonly string[] {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))].toSorted();
}

function starter(project: string, entry: string): string {
  const path = JSON.stringify(`./${portable(relative(project, entry))}`);
  return `import * as entry from ${path}; export { entry }; export { describe } from '@tankard/framework/manifest';`;
}

function marking(project: string, texts: Map<string, string>): Plugin {
  return {
    name: 'tankard-mark',
    setup(build) {
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
        // Sources are small: the ways to another thread and back take more than reading, 15 ms for a hundred files.
        const source = readFileSync(path, 'utf8');
        texts.set(path, source);
        return { contents: contentsOf(project, parse(path, source)), loader: loaderOf(path) };
      });
    },
  };
}

interface Marked {
  readonly project: string;
  readonly contents: string;
}

const known = new WeakMap<Parsed, Marked>();

/** A session loads its app again and again, mostly with one file changed. */
function contentsOf(project: string, parsed: Parsed): string {
  const before = known.get(parsed);
  if (before?.project === project) return before.contents;
  const contents = markedContents(project, parsed);
  known.set(parsed, { project, contents });
  return contents;
}

function markedContents(project: string, parsed: Parsed): string {
  const { path, source, errors } = parsed;
  // A file that oxc cannot read is left to esbuild, whose messages carry the line.
  if (errors.length > 0) return source;
  const code = new MagicString(source);
  mark(code, parsed, portable(relative(project, path)));
  const answers = { url: pathToFileURL(path).href, filename: path, dirname: dirname(path) };
  for (const { start, end, asks } of ownLocations(parsed))
    code.update(start, end, JSON.stringify(answers[asks]));
  return code.toString();
}
