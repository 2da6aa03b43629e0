import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import type { Targets } from '../../targets/targets.ts';
import type { ObjectChange } from './change.ts';
import type { BucketNotifications } from './notifications/bucket-notifications.ts';
import type { S3Store } from './store.ts';
import type { Uploads } from './uploads.ts';

/** What an operation works with. */
export interface S3Context {
  readonly store: S3Store;
  readonly uploads: Uploads;
  readonly region: string;
  readonly targets: Targets;
  /** To be called once the change counts. */
  changed(change: Omit<ObjectChange, 'time' | 'sequencer' | 'by'>): void;
  readonly notifications: BucketNotifications;
}

/** What an operation is asked; `bucket` and `key` are '' where the operation has none. */
export interface S3Call {
  readonly request: AwsRequest;
  readonly bucket: string;
  readonly key: string;
}

export type S3Handler = (context: S3Context, call: S3Call) => Promise<AwsResponse>;

export const xmlAnswer = (body: string): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body,
});
