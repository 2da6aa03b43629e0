import type { LoadedApp } from '../load/loaded.ts';
import type { GroupMember, GroupOutput } from './bundle-group.ts';
import type { SdkPlace } from './shared-plugin.ts';
import { sliceDigest } from './slice-digest.ts';
import { entrySource } from './slice-plugin.ts';

/** A function's bundle, apart from the function itself. */
export interface KeptOutput extends Omit<GroupOutput, 'member'> {
  readonly format: GroupMember['format'];
}

/** Bundles by what they were made of; packages and settings on disk apart, which must be as they were. */
export type KeptOutputs = ReadonlyMap<string, KeptOutput>;

/** What a function's bundle is made of, in the project's own source and configuration. */
export function outputKey(loaded: LoadedApp, member: GroupMember, sdk: SdkPlace): string {
  const { format, settings, slice } = member;
  const digest = sliceDigest(loaded, slice, loaded.entry);
  const parts = [sdk, format, settings.external, entrySource(loaded, member), digest];
  return JSON.stringify(parts);
}

export function keptOutput({ member, ...output }: GroupOutput): KeptOutput {
  return { ...output, format: member.format };
}

export function outputOfKept(member: GroupMember, { format, ...output }: KeptOutput): GroupOutput {
  return { ...output, member: { ...member, format } };
}
