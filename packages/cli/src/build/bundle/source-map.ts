import { relative } from 'node:path';
import { portable } from '../project.ts';
import { SLICE_NAMESPACE } from './slice-plugin.ts';

interface SourceMap {
  readonly sources: readonly string[];
}

/**
 * A bundle's map with sources as a user knows them: relative to the project, without the function
 * that a sliced file was made for. Slices keep lines and columns, so that nothing else changes.
 */
export function mapOf(map: string, project: string): string {
  const parsed: SourceMap = JSON.parse(map);
  const sources = parsed.sources.map((source) => {
    if (!source.startsWith(`${SLICE_NAMESPACE}:`)) return source.replace(/^(\.\.\/)+/, '');
    const path = source.slice(SLICE_NAMESPACE.length + 1, source.lastIndexOf('?'));
    return portable(relative(project, path));
  });
  return JSON.stringify({ ...parsed, sources });
}
