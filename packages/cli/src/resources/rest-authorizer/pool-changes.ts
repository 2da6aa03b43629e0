import type { Property } from '../reconciler.ts';

/** One step of an update. */
export interface PoolChange {
  readonly op: 'add' | 'remove';
  readonly path: '/providerARNs';
  readonly value: string;
}

/** Brings the user pools of an authorizer to those that are wanted: first what is new, so that it never has none. */
export function poolChanges(old: Property | undefined, wanted: Property | undefined): readonly PoolChange[] {
  const [before, after] = [listOf(old), listOf(wanted)];
  const path = '/providerARNs' as const;
  return [
    ...after.filter((one) => !before.includes(one)).map((value) => ({ op: 'add' as const, path, value })),
    ...before.filter((one) => !after.includes(one)).map((value) => ({ op: 'remove' as const, path, value })),
  ];
}

function listOf(value: Property | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
