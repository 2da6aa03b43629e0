import { createHash } from 'node:crypto';
import type { LoadedApp } from '../load/loaded.ts';
import type { Slice } from '../slice/slice.ts';
import type { GroupMember, GroupOutput } from './bundle-group.ts';
import type { SdkPlace } from './shared-plugin.ts';
import { contentsOf, entrySource } from './slice-plugin.ts';

/** A function's bundle, apart from the function itself. */
export interface KeptOutput extends Omit<GroupOutput, 'member'> {
  readonly format: GroupMember['format'];
}

/** Bundles by what they were made of; packages and settings on disk apart, which must be as they were. */
export type KeptOutputs = ReadonlyMap<string, KeptOutput>;

/** What a function's bundle is made of, in the project's own source and configuration. */
export function outputKey(loaded: LoadedApp, member: GroupMember, sdk: SdkPlace): string {
  const { format, settings } = member;
  const parts = [sdk, format, settings.external, entrySource(loaded, member), sliceDigest(loaded, member)];
  return JSON.stringify(parts);
}

/** In a session most slices are those of the build before. */
const known = new WeakMap<Slice, string>();

function sliceDigest(loaded: LoadedApp, member: GroupMember): string {
  const { slice } = member;
  const digest = known.get(slice) ?? digestOf(loaded, member);
  known.set(slice, digest);
  return digest;
}

function digestOf(loaded: LoadedApp, member: GroupMember): string {
  const hash = createHash('sha256');
  for (const { path, imports, lazyImports } of member.slice.files.values()) {
    hash.update(JSON.stringify([path, [...imports], [...lazyImports]]));
    hash.update(contentsOf(loaded, member, path)).update('\0');
  }
  return hash.digest('hex');
}

export function keptOutput({ member, ...output }: GroupOutput): KeptOutput {
  return { ...output, format: member.format };
}

export function outputOfKept(member: GroupMember, { format, ...output }: KeptOutput): GroupOutput {
  return { ...output, member: { ...member, format } };
}
