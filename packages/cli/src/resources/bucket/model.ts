import type { Ref, Value } from '../value.ts';

/** Data: kept when the app is deleted. */
export interface BucketModel {
  readonly physicalName: Value;
  readonly notifications: readonly BucketNotification[];
}
export interface BucketNotification {
  readonly id: string;
  readonly events: readonly string[];
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly function: Ref;
}
