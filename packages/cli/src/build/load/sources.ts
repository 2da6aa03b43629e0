import { resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import type { SourceFile } from './loaded.ts';

/** The project's files with the imports between them that esbuild kept: those that run. */
export function sourcesOf(
  project: string,
  texts: ReadonlyMap<string, string>,
  metafile: Metafile,
): ReadonlyMap<string, SourceFile> {
  const sources = new Map<string, SourceFile>();
  for (const [name, input] of Object.entries(metafile.inputs)) {
    const path = resolve(project, name);
    const source = texts.get(path);
    if (source === undefined) continue;
    const imports = new Map<string, string>();
    const lazyImports = new Map<string, string>();
    for (const { path: target, original, external, kind } of input.imports) {
      if (original === undefined || external) continue;
      const map = kind === 'import-statement' ? imports : lazyImports;
      map.set(original, resolve(project, target));
    }
    sources.set(path, { path, source, imports, lazyImports });
  }
  return sources;
}
