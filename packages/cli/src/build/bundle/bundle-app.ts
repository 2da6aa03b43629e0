import type { ResolvedConfig } from '../../config/resolved.ts';
import { functionsOf } from '../functions.ts';
import type { LoadedApp } from '../load/loaded.ts';
import type { Slice } from '../slice/slice.ts';
import { assetEntries } from './assets.ts';
import type { BuiltFunction, ZipEntry } from './built-function.ts';
import { bundleGroup, type GroupMember } from './bundle-group.ts';
import { externalEntries } from './external-packages.ts';
import { finish } from './finish.ts';
import { formatOf } from './format.ts';
import { requestedNames } from './requested-names.ts';
import { sdkFile } from './sdk-file.ts';
import { sdkModules } from './sdk-modules.ts';
import type { SdkRequests } from './sdk-plugin.ts';
import { settingsOf } from './settings.ts';

/**
 * Bundles every function with as few runs of esbuild as their settings allow, the AWS SDK apart.
 *
 * @throws TankardError with BUNDLE_FAILED, APP_IMPORT_MISSING, NATIVE_NOT_EXTERNAL,
 * EXTERNAL_NOT_INSTALLED, ASSET_NOT_FOUND, ZIP_ENTRY_TWICE
 */
export async function bundleApp(
  loaded: LoadedApp,
  slices: ReadonlyMap<string, Slice>,
  config: ResolvedConfig,
): Promise<readonly BuiltFunction[]> {
  const requests: SdkRequests = new Map();
  const groups = [...groupsOf(membersOf(loaded, slices, config)).values()];
  const outputs = (await Promise.all(groups.map((group) => bundleGroup(loaded, group, requests)))).flat();
  const sdk = sdkFiles(loaded, requests);
  return Promise.all(
    outputs.map(async (output) => {
      const { settings } = output.member;
      const parts = await Promise.all([
        sdk(output.sdk),
        externalEntries(loaded.project, settings),
        assetEntries(loaded.project, settings),
      ]);
      return finish(output, [...output.entries, ...parts.flat()], config.sourceMaps);
    }),
  );
}

function membersOf(
  loaded: LoadedApp,
  slices: ReadonlyMap<string, Slice>,
  config: ResolvedConfig,
): readonly GroupMember[] {
  return functionsOf(loaded.manifest).flatMap(({ name, handlers }) => {
    const slice = slices.get(name);
    if (!slice) return [];
    const serves = handlers.map((handler) => handler.name);
    return [{ slice, serves, format: formatOf(slice, loaded), settings: settingsOf(config, name) }];
  });
}

/** Functions that one run of esbuild can bundle: those of one format that leave the same packages outside. */
function groupsOf(members: readonly GroupMember[]): ReadonlyMap<string, readonly GroupMember[]> {
  return Map.groupBy(members, ({ format, settings }) => [format, ...settings.external.toSorted()].join(' '));
}

/** Gives the zip entry with the SDK for a set of its modules; functions with the same set share it. */
function sdkFiles(
  loaded: LoadedApp,
  requests: SdkRequests,
): (paths: readonly string[]) => Promise<readonly ZipEntry[]> {
  const names = requestedNames(loaded);
  const made = new Map<string, Promise<Uint8Array>>();
  return async (paths) => {
    if (paths.length === 0) return [];
    const key = paths.join('\0');
    const content = made.get(key) ?? sdkFile(loaded.project, sdkModules(paths, requests, names));
    made.set(key, content);
    return [{ name: 'sdk.js', content: await content, mode: 0o644 }];
  };
}
