import type { Property } from '../reconciler.ts';

/** What of a usage plan one call changes, in the form in which plans are compared. */
export interface PlanLimits {
  /** `api:stage`. */
  readonly stages?: Property | undefined;
  /** `{ rate, burst }`. */
  readonly throttle?: Property | undefined;
  /** `{ limit, period }`. */
  readonly quota?: Property | undefined;
}

interface Patch {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: string;
}

/**
 * The steps from one plan to another.
 * https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateUsagePlan-Patch
 */
export function planPatches(old: PlanLimits, wanted: PlanLimits): readonly Patch[] {
  return [
    ...stagePatches(listOf(old.stages), listOf(wanted.stages)),
    ...limitPatches('/throttle', { rate: '/rateLimit', burst: '/burstLimit' }, old.throttle, wanted.throttle),
    ...limitPatches('/quota', { limit: '/limit', period: '/period' }, old.quota, wanted.quota),
  ];
}

function stagePatches(old: readonly string[], wanted: readonly string[]): readonly Patch[] {
  const path = '/apiStages';
  return [
    ...wanted.filter((one) => !old.includes(one)).map((value) => ({ op: 'add' as const, path, value })),
    ...old.filter((one) => !wanted.includes(one)).map((value) => ({ op: 'remove' as const, path, value })),
  ];
}

function limitPatches(
  root: string,
  paths: Readonly<Record<string, string>>,
  old: Property | undefined,
  wanted: Property | undefined,
): readonly Patch[] {
  const [before, after] = [fieldsOf(old), fieldsOf(wanted)];
  if (!after) return before ? [{ op: 'remove', path: root }] : [];
  return Object.entries(paths)
    .filter(([name]) => before?.[name] !== after[name])
    .map(([name, path]) => ({ op: 'replace', path: `${root}${path}`, value: String(after[name]) }));
}

function listOf(value: Property | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function fieldsOf(value: Property | undefined): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
