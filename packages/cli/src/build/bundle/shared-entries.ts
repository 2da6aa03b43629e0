import type { ZipEntry } from './built-function.ts';
import type { GroupOutput } from './bundle-group.ts';
import { partDefinitions, partsUsed } from './framework-parts.ts';
import type { SharedRequests } from './reached.ts';
import type { RequestedNames } from './requested-names.ts';
import { type MadeFile, type SharedFile, sharedFile } from './shared-file.ts';
import { sharedModules } from './shared-modules.ts';
import type { SharedPart } from './shared-parts.ts';

/** Makes shared files, each once for all functions that use the same modules. */
export interface SharedFiles {
  make(
    file: SharedPart['file'],
    paths: readonly string[],
    define?: SharedFile['define'],
  ): Promise<Uint8Array>;
  /** Absolute paths of the packages' files that those were made of which have been asked for. */
  packageFiles(): Promise<readonly string[]>;
}

/** The shared files of one project, as its functions ask for them. */
export function sharedFiles(project: string, names: RequestedNames, requests: SharedRequests): SharedFiles {
  const made = new Map<string, Promise<MadeFile>>();
  return {
    async make(file, paths, define = {}) {
      const key = JSON.stringify([file, paths, define]);
      const content =
        made.get(key) ??
        sharedFile(project, { file, define, modules: sharedModules(paths, requests, names) });
      made.set(key, content);
      return (await content).content;
    },
    packageFiles: async () => (await Promise.all(made.values())).flatMap(({ packageFiles }) => packageFiles),
  };
}

/** What lies beside a function's bundle of the SDK that it shares with others. */
export async function sharedEntries(
  { shared }: GroupOutput,
  files: SharedFiles,
  sdk: 'bundle' | 'layer',
): Promise<readonly ZipEntry[]> {
  const paths = shared.get('sdk.js') ?? [];
  if (paths.length === 0 || sdk === 'layer') return [];
  return [{ name: 'sdk.js', content: await files.make('sdk.js', paths), mode: 0o644 }];
}

/** What of the framework stands at the head of a function's bundle. */
export function frameworkOf(output: GroupOutput, files: SharedFiles): Promise<Uint8Array> {
  return files.make('tankard.js', output.shared.get('tankard.js') ?? [], definitionsOf(output));
}

/** Tells the framework what calls the function and what its code uses, so that the rest is left out. */
function definitionsOf({ member, entries }: GroupOutput): SharedFile['define'] {
  const { sources, slice, settings } = member;
  const [source, ...more] = sources;
  const one = source !== undefined && more.length === 0 && slice.whole.length === 0;
  return {
    ...(one && { 'process.env.TANKARD_SOURCE': JSON.stringify(source) }),
    // What is copied and not bundled can't be read here.
    ...(settings.external.length === 0 && partDefinitions([...partsOf(entries), ...settings.told])),
  };
}

/** In a session most bundles are those of the build before. */
const known = new WeakMap<readonly ZipEntry[], readonly string[]>();

function partsOf(entries: readonly ZipEntry[]): readonly string[] {
  const codeOf = () => entries.map(({ content }) => Buffer.from(content).toString()).join('\n');
  const parts = known.get(entries) ?? partsUsed(codeOf());
  known.set(entries, parts);
  return parts;
}
