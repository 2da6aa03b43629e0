import { dirname, join } from 'node:path';
import type { HandlerDeclaration, Manifest } from '@tankard/framework/manifest';
import type { LoadedApp, SourceFile } from '../load/loaded.ts';
import { blanked } from '../slice/blanked.ts';
import { factsOf } from '../slice/facts.ts';
import type { Slice } from '../slice/slice.ts';
import { sliceApp } from '../slice/slice-app.ts';
import { linesOf } from '../source/lines.ts';
import { parse } from '../source/parse.ts';

const PROJECT = '/project';

/** Sources by their path in the project; the entry is `src/app.ts`. */
export type Sources = Readonly<Record<string, string>>;

/** What one function keeps, by file; blank lines, indentation and the `;` of cuts are left out. */
export function left(sources: Sources, name: string): Readonly<Record<string, string>> {
  const files = sliceOf(sources, name).files.values();
  return Object.fromEntries(
    [...files].map((file) => [file.path.slice(PROJECT.length + 1), tidy(blanked(file))]),
  );
}

/** The slice of one function of an app that is only read, not run: its handlers are what its calls look like. */
export function sliceOf(sources: Sources, name: string): Slice {
  const slice = sliceApp(loadedOf(sources)).get(name);
  if (!slice) throw new Error(`There is no function ${name}.`);
  return slice;
}

/** An app of these sources, as if it had been run. */
export function loadedOf(sources: Sources): LoadedApp {
  const files = Object.entries(sources).map(([name, source]) => fileOf(name, source, sources));
  return {
    project: PROJECT,
    entry: join(PROJECT, 'src/app.ts'),
    exportName: 'app',
    manifest: manifestOf(sources),
    sources: new Map(files.map((file) => [file.path, file])),
    packages: [],
  };
}

function fileOf(name: string, source: string, sources: Sources): SourceFile {
  const path = join(PROJECT, name);
  const { program } = parse(path, source);
  const known = (specifier: string): readonly [string, string][] => {
    const target = join(dirname(name), specifier);
    return target in sources ? [[specifier, join(PROJECT, target)]] : [];
  };
  const imports = program.body.flatMap((node) => {
    const isType =
      ('importKind' in node && node.importKind === 'type') ||
      ('exportKind' in node && node.exportKind === 'type');
    return 'source' in node && node.source && !isType ? known(node.source.value) : [];
  });
  const lazy = factsOf(program).lazyImports.flatMap((lazyImport) => known(lazyImport.source));
  return { path, source, imports: new Map(imports), lazyImports: new Map(lazy) };
}

function manifestOf(sources: Sources): Manifest {
  const handlers: HandlerDeclaration[] = [];
  const resources: Manifest['resources'][number][] = [];
  for (const [file, source] of Object.entries(sources)) {
    const { candidates } = factsOf(parse(join(PROJECT, file), source).program);
    for (const { kind, name = 'unnamed', start } of candidates) {
      const place = { file, line: linesOf(source).lineOf(start) };
      if (kind === 'handler') handlers.push({ name, place, trigger: { source: 'lambda' }, settings: {} });
      else resources.push({ kind: 'bucket', name: `${file}:${start}`, place });
    }
  }
  return {
    version: 1,
    app: 'test',
    routes: 'together',
    notFound: 'gateway',
    resources,
    authorizers: [],
    handlers,
  };
}

function tidy(source: string): string {
  const lines = source.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.filter((line) => !/^[;\s]*$/.test(line)).join('\n');
}
