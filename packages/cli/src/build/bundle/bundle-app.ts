import type { ResolvedConfig } from '../../config/resolved.ts';
import { functionsOf, isStreaming } from '../functions.ts';
import type { LoadedApp } from '../load/loaded.ts';
import type { Slice } from '../slice/slice.ts';
import { assetEntries } from './assets.ts';
import { withHead } from './at-head.ts';
import type { BuiltApp, ZipEntry } from './built-function.ts';
import { bundleAsNeeded } from './bundle-as-needed.ts';
import type { GroupMember } from './bundle-group.ts';
import { externalEntries } from './external-packages.ts';
import { finish } from './finish.ts';
import { formatOf } from './format.ts';
import { type FrameworkSdk, isInstalled } from './framework-sdks.ts';
import type { KeptOutputs } from './kept-outputs.ts';
import { requestsOf } from './reached.ts';
import { requestedNames } from './requested-names.ts';
import { sdkLayer } from './sdk-layer.ts';
import { settingsOf } from './settings.ts';
import { frameworkOf, sharedEntries, sharedFiles } from './shared-entries.ts';

/**
 * Bundles every function, in the order of the manifest, with as few runs of esbuild as their settings allow, the AWS SDK
 * and the framework apart.
 *
 * @param needed - what the framework needs of the AWS SDK, by the names of the functions
 * @param known - what was bundled before of the same packages
 * @throws TankardError with BUNDLE_FAILED, APP_IMPORT_MISSING, NATIVE_NOT_EXTERNAL,
 * EXTERNAL_NOT_INSTALLED, ASSET_NOT_FOUND, ZIP_ENTRY_TWICE
 */
export async function bundleApp(
  loaded: LoadedApp,
  slices: ReadonlyMap<string, Slice>,
  config: ResolvedConfig,
  needed: ReadonlyMap<string, readonly FrameworkSdk[]> = new Map(),
  known: KeptOutputs = new Map(),
): Promise<BuiltApp> {
  const bundledSdks = await installedOf(needed, loaded.project);
  const members = membersOf(loaded, slices, config).map((member) => ({
    ...member,
    sdks: (needed.get(member.slice.function) ?? []).filter((one) => bundledSdks.has(one)),
  }));
  // What is copied is read before anything is built: a mistake shows sooner, and nothing is left running behind it.
  const copied = new Map(await Promise.all(members.map((member) => copiedEntries(loaded.project, member))));
  const { sdk } = config;
  const groups = [...groupsOf(members).values()];
  const bundled = await Promise.all(groups.map((group) => bundleAsNeeded(loaded, group, sdk, known)));
  const outputs = bundled.flatMap((group) => group.outputs);
  const streams = members.some((member) => member.streams);
  const names = requestedNames(loaded, { sdks: [...bundledSdks], streams });
  const files = sharedFiles(loaded.project, names, requestsOf(outputs));
  const built = await Promise.all(
    outputs.map(async (output) => {
      const whole = withHead(output, await frameworkOf(output, files));
      const beside = [
        ...(await sharedEntries(output, files, sdk)),
        ...(copied.get(output.member.slice.function) ?? []),
      ];
      return finish(whole, [...whole.entries, ...beside], config.sourceMaps);
    }),
  );
  const order = members.map(({ slice }) => slice.function);
  const layer = sdk === 'layer' ? await sdkLayer(outputs, (paths) => files.make('sdk.js', paths)) : undefined;
  const read = [...outputs.flatMap(({ packageFiles }) => packageFiles), ...(await files.packageFiles())];
  return {
    functions: built.toSorted((a, b) => order.indexOf(a.function) - order.indexOf(b.function)),
    layer,
    packageFiles: [...copied.values()].every(({ length }) => length === 0) ? [...new Set(read)] : undefined,
    outputs: new Map(bundled.flatMap(({ kept }) => kept)),
  };
}

async function installedOf(
  needed: ReadonlyMap<string, readonly FrameworkSdk[]>,
  project: string,
): Promise<ReadonlySet<FrameworkSdk>> {
  const all = [...new Set([...needed.values()].flat())];
  const found = await Promise.all(all.map((one) => isInstalled(one, project)));
  return new Set(all.filter((_, index) => found[index]));
}

async function copiedEntries(
  project: string,
  { slice, settings }: GroupMember,
): Promise<readonly [string, readonly ZipEntry[]]> {
  const entries = await Promise.all([externalEntries(project, settings), assetEntries(project, settings)]);
  return [slice.function, entries.flat()];
}

function membersOf(
  loaded: LoadedApp,
  slices: ReadonlyMap<string, Slice>,
  config: ResolvedConfig,
): readonly Omit<GroupMember, 'sdks'>[] {
  return functionsOf(loaded.manifest).flatMap(({ name, handlers }) => {
    const slice = slices.get(name);
    if (!slice) return [];
    const serves = handlers.map((handler) => handler.name);
    const sources = [...new Set(handlers.map(({ trigger }) => trigger.source))];
    return [
      {
        slice,
        serves,
        sources,
        streams: isStreaming({ handlers }, config.api),
        format: formatOf(slice, loaded),
        settings: settingsOf(config, name),
      },
    ];
  });
}

/** Functions that one run of esbuild can bundle: those of one format that leave the same packages outside. */
function groupsOf(members: readonly GroupMember[]): ReadonlyMap<string, readonly GroupMember[]> {
  return Map.groupBy(members, ({ format, settings }) => [format, ...settings.external.toSorted()].join(' '));
}
