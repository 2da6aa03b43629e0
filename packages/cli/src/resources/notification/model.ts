import type { BucketNotification } from '../bucket/model.ts';
import type { Value } from '../value.ts';

/**
 * What a bucket, ours or an existing one, tells the app's functions. A template writes it into the
 * bucket; a deploy merges it into what others have set there.
 */
export interface NotificationModel {
  readonly bucket: Value;
  /** By handler, and never empty. */
  readonly notifications: readonly BucketNotification[];
}
