import type { LoadedApp } from '../load/loaded.ts';
import { asModules, bundleGroup, type GroupMember, type GroupOutput } from './bundle-group.ts';
import { type KeptOutput, type KeptOutputs, keptOutput, outputKey, outputOfKept } from './kept-outputs.ts';
import type { SdkPlace } from './shared-plugin.ts';

/** A group of functions, bundled. */
export interface BundledGroup {
  readonly outputs: readonly GroupOutput[];
  /** What may be used again. */
  readonly kept: readonly (readonly [key: string, output: KeptOutput])[];
}

/** Bundles those functions of a group that have changed. */
export async function bundleAsNeeded(
  loaded: LoadedApp,
  group: readonly GroupMember[],
  sdk: SdkPlace,
  known: KeptOutputs,
): Promise<BundledGroup> {
  const keys = new Map(group.map((member) => [member.slice.function, outputKey(loaded, member, sdk)]));
  const keyOf = (member: GroupMember) => keys.get(member.slice.function) ?? '';
  const found = group.flatMap((member) => {
    const output = known.get(keyOf(member));
    return output ? [outputOfKept(member, output)] : [];
  });
  const isFound = new Set(found.map(({ member }) => member.slice.function));
  const missing = group.filter(({ slice }) => !isFound.has(slice.function));
  const made = missing.length === 0 ? [] : await bundleGroup(loaded, missing, sdk);
  // A package that waits at its top level makes ES modules of all of them: which ones are in the group counts then.
  const waits = made.some(({ member }) => member.format !== missing[0]?.format);
  if (waits) return { outputs: found.length === 0 ? made : await bundleGroup(loaded, group, sdk), kept: [] };
  const outputs = [...found, ...(await withModules(loaded, made, sdk))];
  return { outputs, kept: outputs.map((output) => [keyOf(output.member), keptOutput(output)]) };
}

/** Bundles those as ES modules whose packages turn out to need it. */
async function withModules(
  loaded: LoadedApp,
  outputs: readonly GroupOutput[],
  sdk: SdkPlace,
): Promise<readonly GroupOutput[]> {
  const again = outputs.filter(({ needsModule }) => needsModule).map(({ member }) => member);
  if (again.length === 0) return outputs;
  const modules = await bundleGroup(loaded, asModules(again), sdk);
  return [...outputs.filter(({ needsModule }) => !needsModule), ...modules];
}
