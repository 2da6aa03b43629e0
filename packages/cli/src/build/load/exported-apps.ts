import { relative } from 'node:path';
import type { Place } from '@tankard/framework/manifest';
import { portable } from '../project.ts';
import { linesOf } from '../source/lines.ts';
import { parse } from '../source/parse.ts';
import type { SourceFile } from './loaded.ts';

/** An export of the entry and where it stands. */
export interface ExportPlace {
  readonly name: string;
  readonly place: Place;
  /** `src/app.ts:3`. */
  readonly at: string;
}

/** Where the entry exports each of some names; the last statement that mentions the name in its export. */
export function placesOfApps(
  project: string,
  entry: string,
  names: readonly string[],
  sources: ReadonlyMap<string, SourceFile>,
): readonly ExportPlace[] {
  const source = sources.get(entry)?.source ?? '';
  const { lineOf } = linesOf(source);
  const file = portable(relative(project, entry));
  const exported = parse(entry, source).program.body.filter((node) => node.type.startsWith('Export'));
  return names.map((name) => {
    const word = new RegExp(`\\b${name}\\b`);
    const statement = exported.find((node) => word.test(source.slice(node.start, node.end)));
    const line = lineOf(statement?.start ?? 0);
    return { name, place: { file, line }, at: `${file}:${line}` };
  });
}
