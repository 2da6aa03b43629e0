import { type Comment, type OxcError, type Program, parseSync } from 'oxc-parser';

/** One file's syntax tree, as ESTree with TypeScript's nodes. */
export interface Parsed {
  readonly path: string;
  readonly source: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly errors: readonly OxcError[];
}

const cache = new Map<string, Parsed>();

/**
 * Parses one file with oxc. The latest tree of each path is kept, so that loading, slicing and the
 * derivation of policies parse a file once (190 KB take about 50 ms).
 */
export function parse(path: string, source: string): Parsed {
  const known = cache.get(path);
  if (known?.source === source) return known;
  const parsed = parseOnce(path, source);
  cache.set(path, parsed);
  return parsed;
}

/** Parses a text that is not the file's own and will not be needed again. */
export function parseOnce(path: string, source: string): Parsed {
  // The scope analysis compares `range`s, which ESTree leaves out by default, and reads what only TypeScript's tree has
  // for sure, of JavaScript too.
  const result = parseSync(path, source, { range: true, astType: 'ts' });
  return { path, source, program: result.program, comments: result.comments, errors: result.errors };
}
