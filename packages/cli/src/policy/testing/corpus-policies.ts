import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An app of the corpus, as a project's folder. */
export function corpusApp(name: string): string {
  return fileURLToPath(new URL(`corpus/${name}`, import.meta.url));
}

/** What a careful person would let a handler do, as the comment above it says. */
export interface WrittenPolicy {
  /** `dynamodb:GetItem on Orders`, sorted. */
  readonly statements: readonly string[];
  /** How the notes begin that `tankard policy` gives. */
  readonly notes: readonly string[];
}

/** Reads the comments above the handlers of an app of the corpus, by the handler's name. */
export function writtenPolicies(project: string): ReadonlyMap<string, WrittenPolicy> {
  const folder = join(project, 'src');
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Map(sources.flatMap((source) => [...source.matchAll(commented)].flatMap(policiesOf)));
}

/** A comment, and the constant or the decorated method below it. */
const commented =
  /\/\*\*\n((?: +\*.*\n)+?) +\*\/\n(?:export const (\w+) = app\.|\s*@app\.\w+\(.*\)\n\s*(?:async )?(\w+)\()?/g;

function policiesOf([, comment = '', constant, method]: RegExpExecArray): readonly [string, WrittenPolicy][] {
  const lines = comment.split('\n').map((line) => line.replace(/^ +\* ?/, ''));
  const marked = (mark: string) =>
    lines.flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []));
  // Handlers without a constant or a method of their own are named: `for scansOrders, scansUsers`.
  const named = marked('for ').flatMap((names) => names.split(', '));
  const policy = { statements: marked('- ').sort(), notes: marked('? ').sort() };
  return [constant ?? method ?? [], named].flat().map((name) => [name, policy]);
}
