import { SourceMap } from 'node:module';
import { join } from 'node:path';

/** The map of a bundle by its path; nothing for a file that is none. */
export type FindMap = (file: string) => SourceMap | undefined;

/** Reads a map that the build made. */
export const readMap = (text: string): SourceMap => new SourceMap(JSON.parse(text));

/** Turns the places in bundles that a text names, such as a line of a stack trace, into places in the source. */
export function resolvePlaces(text: string, find: FindMap): string {
  return text.replace(
    /(?:file:\/\/)?(\/[^\s:()]+|[A-Za-z]:[^\s:()]+):(\d+):(\d+)/g,
    (whole, file: string, line, column) => {
      const entry = find(file)?.findEntry(Number(line) - 1, Number(column) - 1);
      if (!entry || !('originalSource' in entry)) return whole;
      return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    },
  );
}

/** The maps of bundles that come and go. */
export interface SourceStacks {
  /** Takes the map of a function's code; `file` is the bundle's path. */
  add(file: string, map: string): void;
  /** A line of a stack trace, or any text that names places. */
  resolve(text: string): string;
}

export function createSourceStacks(): SourceStacks {
  const texts = new Map<string, string>();
  const maps = new Map<string, SourceMap>();

  const find: FindMap = (path) => {
    const file = join(path);
    const known = maps.get(file);
    const text = texts.get(file);
    if (known || text === undefined) return known;
    const map = readMap(text);
    maps.set(file, map);
    return map;
  };

  return {
    add(file, map) {
      // The same code may come from other lines.
      texts.set(file, map);
      maps.delete(file);
    },
    resolve: (text) => resolvePlaces(text, find),
  };
}
