import { dirname, relative } from 'node:path';
import MagicString from 'magic-string';
import type { LoadedApp } from '../load/loaded.ts';
import { mark, markerSource } from '../load/mark.ts';
import { portable } from '../project.ts';
import { remaining } from '../slice/blanked.ts';
import type { Slice } from '../slice/slice.ts';
import { type OwnLocation, ownLocations } from '../source/own-location.ts';
import { parse, parseOnce } from '../source/parse.ts';

/** What a function keeps of a file, as esbuild reads it. */
export function slicedText({ project }: LoadedApp, slice: Slice, path: string): string {
  const file = slice.files.get(path);
  if (!file) return '';
  const text = remaining(file);
  const asksForItself = ownLocations(parse(path, file.source)).length > 0;
  if (slice.whole.length === 0 && !asksForItself) return text;
  const parsed = parseOnce(path, text);
  const code = new MagicString(text);
  const name = portable(relative(project, path));
  for (const { start, end, asks } of ownLocations(parsed)) code.update(start, end, locationInZip(name, asks));
  // Handlers that the function may not serve get their names, by which they are told apart.
  if (slice.whole.length > 0) mark(code.append(`\n${markerSource}`), parsed, name);
  return code.toString();
}

/** A module's own path as it would be if the zip held the project's files, so that it finds its assets from there. */
function locationInZip(name: string, asks: OwnLocation['asks']): string {
  if (asks === 'url') return `new URL(${JSON.stringify(name)}, import.meta.url).href`;
  const path = asks === 'filename' ? name : dirname(name);
  return `(import.meta.dirname + ${JSON.stringify(`/${path}`)})`;
}
