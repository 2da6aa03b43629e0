import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import type { LoadedApp } from '../load/loaded.ts';
import type { Slice } from '../slice/slice.ts';
import { loaderOf } from '../source/loader.ts';
import type { GroupMember } from './bundle-group.ts';
import { sdkSource } from './framework-sdks.ts';
import { sliceDigest } from './slice-digest.ts';
import { slicedText } from './sliced-text.ts';
import { FRAMEWORK } from './stand-in.ts';

const ENTRY = 'tankard-entry:';

/** The namespace of the entries. */
export const ENTRY_NAMESPACE = 'tankard-entry';

/** The namespace of sliced files, whose paths end in `?<digest>`: functions that keep the same of a file and of all that it imports share it. */
export const SLICE_NAMESPACE = 'tankard-slice';

/** The path under which a function's entry is bundled. */
export function entryOf(name: string): string {
  return `${ENTRY}${name}`;
}

/** A file of a function's slice. */
interface SlicedModule {
  readonly slice: Slice;
  /** Absolute path. */
  readonly file: string;
}

/** Gives esbuild the entry of each function, and of each file of the project what the function keeps of it. */
export function slicePlugin(loaded: LoadedApp, members: readonly GroupMember[]): Plugin {
  const byName = new Map(members.map((member) => [member.slice.function, member]));
  const modules = new Map<string, SlicedModule>();
  const moduleOf = (slice: Slice, file: string) => {
    const path = `${file}?${sliceDigest(loaded, slice, file)}`;
    modules.set(path, { slice, file });
    return { namespace: SLICE_NAMESPACE, path, sideEffects: true };
  };
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
      build.onResolve({ filter: /.*/, namespace: ENTRY_NAMESPACE }, ({ path, importer }) => {
        const member = path === loaded.entry ? byName.get(importer) : undefined;
        return member && moduleOf(member.slice, path);
      });
      build.onResolve({ filter: /.*/, namespace: SLICE_NAMESPACE }, ({ path, importer }) => {
        const { slice, file = '' } = modules.get(importer) ?? {};
        const source = loaded.sources.get(file);
        const target = source?.imports.get(path) ?? source?.lazyImports.get(path);
        return slice && target !== undefined && loaded.sources.has(target)
          ? moduleOf(slice, target)
          : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: SLICE_NAMESPACE }, ({ path }) => {
        const { slice, file = '' } = modules.get(path) ?? {};
        return {
          contents: slice && slicedText(loaded, slice, file),
          loader: loaderOf(file),
          resolveDir: dirname(file),
        };
      });
    },
  };
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
