import { SourceMap } from 'node:module';
import { join } from 'node:path';

/** Turns places in bundles into places in the source, by the maps that the build made. */
export interface SourceStacks {
  /** Takes the map of a function's code; `file` is the bundle's path. */
  add(file: string, map: string): void;
  /** A line of a stack trace, or any text that names places. */
  resolve(text: string): string;
}

export function createSourceStacks(): SourceStacks {
  const texts = new Map<string, string>();
  const maps = new Map<string, SourceMap>();

  function mapOf(file: string): SourceMap | undefined {
    const known = maps.get(file);
    const text = texts.get(file);
    if (known || text === undefined) return known;
    const map = new SourceMap(JSON.parse(text));
    maps.set(file, map);
    return map;
  }

  return {
    add(file, map) {
      // The same code may come from other lines.
      texts.set(file, map);
      maps.delete(file);
    },
    resolve(text) {
      return text.replace(
        /(?:file:\/\/)?(\/[^\s:()]+|[A-Za-z]:[^\s:()]+):(\d+):(\d+)/g,
        (whole, file: string, line, column) => {
          const entry = mapOf(join(file))?.findEntry(Number(line) - 1, Number(column) - 1);
          if (!entry || !('originalSource' in entry)) return whole;
          return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
        },
      );
    },
  };
}
