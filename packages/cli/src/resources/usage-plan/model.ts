import type { Ref } from '../value.ts';

/** How much the holders of keys may call a stage of a REST API. */
export interface UsagePlanModel {
  readonly physicalName: string;
  readonly api: Ref;
  /** The name of a stage that is deployed. */
  readonly stage: Ref;
  readonly throttle?: { readonly rate: number; readonly burst: number } | undefined;
  readonly quota?: UsageQuota | undefined;
  /** Ids of keys. */
  readonly keys: readonly Ref[];
}

export interface UsageQuota {
  /** Calls. */
  readonly limit: number;
  readonly period: 'day' | 'week' | 'month';
}
