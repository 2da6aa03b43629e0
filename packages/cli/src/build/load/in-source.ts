import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolvePlaces } from '../source-stack.ts';
import type { LoadBundle } from './bundle-for-loading.ts';

/**
 * A text that the app's process wrote or threw, with addresses and lines of the source's files in place of the bundle's. The process itself
 * does not read the map: that would take as long as to run the app, and is seldom needed.
 */
export function inSource(text: string, { file, map }: Pick<LoadBundle, 'file' | 'map'>): string {
  const parsed = JSON.parse(map);
  const sources = parsed.sources.map((source: string) => pathToFileURL(resolve(dirname(file), source)).href);
  const read = new SourceMap({ ...parsed, sources });
  // A stack says what stands in an address, in which a blank is `%20`.
  const names = [file, pathToFileURL(file).pathname];
  return resolvePlaces(text, (path) => (names.includes(path) ? read : undefined));
}
