import { dirname, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import MagicString from 'magic-string';
import type { LoadedApp } from '../load/loaded.ts';
import { mark, markerSource } from '../load/mark.ts';
import { portable } from '../project.ts';
import { remaining } from '../slice/blanked.ts';
import { loaderOf } from '../source/loader.ts';
import { type OwnLocation, ownLocations } from '../source/own-location.ts';
import { parse, parseOnce } from '../source/parse.ts';
import type { GroupMember } from './bundle-group.ts';
import { sdkSource } from './framework-sdks.ts';
import { FRAMEWORK } from './stand-in.ts';

const ENTRY = 'tankard-entry:';

/** The namespace of the entries. */
export const ENTRY_NAMESPACE = 'tankard-entry';

/** The namespace of sliced files: each function has files of its own, whose paths end in `?<function>`. */
export const SLICE_NAMESPACE = 'tankard-slice';

/** The path under which a function's entry is bundled. */
export function entryOf(name: string): string {
  return `${ENTRY}${name}`;
}

/** Gives esbuild the entry of each function, and of each file of the project what the function keeps of it. */
export function slicePlugin(loaded: LoadedApp, members: readonly GroupMember[]): Plugin {
  const byName = new Map(members.map((member) => [member.slice.function, member]));
  const pathIn = (path: string, name: string) => ({
    namespace: SLICE_NAMESPACE,
    path: `${path}?${name}`,
    sideEffects: true,
  });
  return {
    name: 'tankard-slice',
    setup(build) {
      build.onResolve({ filter: /^tankard-entry:/ }, ({ path }) => ({
        namespace: ENTRY_NAMESPACE,
        path: path.slice(ENTRY.length),
      }));
      build.onLoad({ filter: /.*/, namespace: ENTRY_NAMESPACE }, ({ path }) => {
        const member = byName.get(path);
        return { contents: member && entrySource(loaded, member), loader: 'js', resolveDir: loaded.project };
      });
      build.onResolve({ filter: /.*/, namespace: ENTRY_NAMESPACE }, ({ path, importer }) =>
        path === loaded.entry ? pathIn(path, importer) : undefined,
      );
      build.onResolve({ filter: /.*/, namespace: SLICE_NAMESPACE }, ({ path, importer }) => {
        const { file, name } = split(importer);
        const source = loaded.sources.get(file);
        const target = source?.imports.get(path) ?? source?.lazyImports.get(path);
        return target !== undefined && loaded.sources.has(target) ? pathIn(target, name) : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: SLICE_NAMESPACE }, ({ path }) => {
        const { file, name } = split(path);
        const member = byName.get(name);
        return {
          contents: member && contentsOf(loaded, member, file),
          loader: loaderOf(file),
          resolveDir: dirname(file),
        };
      });
    },
  };
}

function split(path: string): { readonly file: string; readonly name: string } {
  const at = path.lastIndexOf('?');
  return { file: path.slice(0, at), name: path.slice(at + 1) };
}

/** What a function's entry says. */
export function entrySource(
  { entry, exportName }: LoadedApp,
  { slice, serves, streams, sdks }: GroupMember,
): string {
  const make = streams ? 'streamHandler' : 'lambdaHandler';
  const imported = `import { ${exportName} as app } from ${JSON.stringify(entry)};`;
  // A slice that holds no more than it serves needs no names, which are known at build time only.
  const names = slice.whole.length > 0 ? `, ${JSON.stringify(serves)}` : '';
  return `${imported}
import { ${make} } from '@tankard/framework/lambda';
${sdks.map(sdkSource).join('\n')}
${FRAMEWORK}.handler = ${make}(app${names});`;
}

/** What a function keeps of a file, as esbuild reads it. */
export function contentsOf({ project }: LoadedApp, { slice }: GroupMember, path: string): string {
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
