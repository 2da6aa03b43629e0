import { relative } from 'node:path';
import { portable } from '../../build/project.ts';
import type { Slice } from '../../build/slice/slice.ts';
import { type CodeFile, readFile } from './code-file.ts';

/** All of the project's own code that one function may run. */
export interface Code {
  readonly files: readonly CodeFile[];
  /** The file of the slice that an import names; undefined for packages and for what the slice left out. */
  resolve(from: CodeFile, specifier: string): CodeFile | undefined;
}

/** How an import in one of the project's files resolves, by absolute path. */
export type Resolve = (from: string, specifier: string) => string | undefined;

/** Files as they were read for other functions, the last of each path, by their cuts: most of what two functions share is cut alike. */
export type ReadFiles = Map<string, Map<string, CodeFile>>;

/** Of one path. A file that holds many handlers is cut anew for each, and a tree of it takes 20 times the memory of its text. */
const KEPT = 8;

/** Reads every file of a slice. */
export function readCode(slice: Slice, project: string, resolve: Resolve, read: ReadFiles): Code {
  const files = new Map<string, CodeFile>();
  for (const [path, file] of slice.files) {
    const key = file.cuts.map(({ start, end }) => `${start}-${end}`).join();
    const before = read.get(path) ?? new Map<string, CodeFile>();
    read.set(path, before);
    const known = before.get(key) ?? readFile(file, portable(relative(project, path)));
    // The one that was used last stands last.
    before.delete(key);
    before.set(key, known);
    for (const oldest of before.keys()) if (before.size > KEPT) before.delete(oldest);
    files.set(path, known);
  }
  return {
    files: [...files.values()],
    resolve: (from, specifier) => {
      const path = resolve(from.path, specifier);
      return path === undefined ? undefined : files.get(path);
    },
  };
}

/** The package of an import: `@aws-sdk/client-s3` of `@aws-sdk/client-s3/dist`; undefined for a path. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('/') || specifier.startsWith('#')) return undefined;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}
