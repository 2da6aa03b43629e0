import { relative } from 'node:path';
import { type Problem, TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import { portable } from '../project.ts';
import { linesOf } from '../source/lines.ts';
import { parse } from '../source/parse.ts';
import type { SourceFile } from './loaded.ts';

/**
 * Refuses a cycle of imports through the entry: the file that comes back to the entry runs first,
 * when the App does not exist yet, and what it throws then would explain nothing.
 *
 * @throws TankardError with APP_IMPORT_CYCLE
 */
export function refuseCycles(project: string, entry: string, sources: ReadonlyMap<string, SourceFile>): void {
  const path = pathTo(entry, entry, sources, new Set());
  if (path) throw new TankardError([cycleProblem(project, entry, path, sources)]);
}

/** The files from one to another along the imports, both ends included. */
function pathTo(
  from: string,
  to: string,
  sources: ReadonlyMap<string, SourceFile>,
  seen: Set<string>,
): readonly string[] | undefined {
  for (const next of sources.get(from)?.imports.values() ?? []) {
    if (next === to) return [from, to];
    if (seen.has(next)) continue;
    seen.add(next);
    const rest = pathTo(next, to, sources, seen);
    if (rest) return [from, ...rest];
  }
  return undefined;
}

function cycleProblem(
  project: string,
  entry: string,
  path: readonly string[],
  sources: ReadonlyMap<string, SourceFile>,
): Problem {
  const name = (file: string) => portable(relative(project, file));
  const closing = sources.get(path.at(-2) ?? entry);
  return problem('APP_IMPORT_CYCLE', {
    message: `The entry imports itself: ${path.map(name).join(' → ')}.`,
    place: closing && { file: name(closing.path), line: lineOfImport(closing, entry) },
    remedy:
      `Move the App, its resources and clients into src/service.ts, import them from there in the handlers' files, ` +
      `and let ${name(entry)} be \`export { app } from './service.ts'; import './${'<handlers>'}.ts'\`.`,
  });
}

function lineOfImport(file: SourceFile, target: string): number {
  const statement = parse(file.path, file.source).program.body.find(
    (node) => 'source' in node && node.source !== null && file.imports.get(node.source.value) === target,
  );
  return linesOf(file.source).lineOf(statement?.start ?? 0);
}
