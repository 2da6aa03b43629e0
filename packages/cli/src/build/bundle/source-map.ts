import { relative } from 'node:path';
import { portable } from '../project.ts';
import { sharedParts } from './shared-parts.ts';
import { sharedNamespace } from './shared-plugin.ts';
import { SLICE_NAMESPACE } from './slice-plugin.ts';

interface SourceMap {
  readonly sources: readonly string[];
}

/**
 * A bundle's map with sources as a user knows them: relative to the project, without the function
 * that a sliced file was made for. What is in a file beside the bundle is called as that file: where
 * the package lies on this machine is nobody's business. Slices keep lines and columns, so that nothing
 * else changes.
 */
export function mapOf(map: string, project: string): string {
  const parsed: SourceMap = JSON.parse(map);
  const sources = parsed.sources.map((source) => {
    const shared = sharedParts.find(({ file }) => source.startsWith(`${sharedNamespace(file)}:`));
    if (shared) return shared.file;
    if (!source.startsWith(`${SLICE_NAMESPACE}:`)) return source.replace(/^(\.\.\/)+/, '');
    const path = source.slice(SLICE_NAMESPACE.length + 1, source.lastIndexOf('?'));
    return portable(relative(project, path));
  });
  return JSON.stringify({ ...parsed, sources });
}
