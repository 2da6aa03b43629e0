import { join } from 'node:path';
import { KeptMap } from '../../../storage/kept-map.ts';

/** What a bucket tells one target. */
export interface Notification {
  readonly id: string;
  /** `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Of a function, a queue or a topic. */
  readonly target: string;
  /** What the bucket is called by people, where that is not its name. */
  readonly bucket?: string | undefined;
}

export interface NotificationConfiguration {
  readonly notifications: readonly Notification[];
  /** Every event goes to EventBridge, too. */
  readonly eventBridge: boolean;
}

/** What the buckets tell whom: what calls of AWS set is kept, what the app declares comes anew with each build. */
export class BucketNotifications {
  private readonly kept: KeptMap<NotificationConfiguration>;
  private ofApp: ReadonlyMap<string, readonly Notification[]> = new Map();

  constructor(folder: string) {
    this.kept = new KeptMap(join(folder, 'notifications.json'));
  }

  setApp(notifications: ReadonlyMap<string, readonly Notification[]>): void {
    this.ofApp = notifications;
  }

  of(bucket: string): NotificationConfiguration {
    const { notifications = [], eventBridge = false } = this.kept.get(bucket) ?? {};
    const ofApp = this.ofApp.get(bucket) ?? [];
    return { notifications: [...ofApp, ...notifications.filter(({ id }) => !has(ofApp, id))], eventBridge };
  }

  /** Sets all but what the app declares, which stays as it is, whether or not it is among what is set. */
  set(bucket: string, { notifications, eventBridge }: NotificationConfiguration): void {
    const ofApp = this.ofApp.get(bucket) ?? [];
    this.kept.set(bucket, { notifications: notifications.filter(({ id }) => !has(ofApp, id)), eventBridge });
  }

  forget(bucket: string): void {
    this.kept.delete(bucket);
  }
}

const has = (notifications: readonly Notification[], id: string) =>
  notifications.some((one) => one.id === id);
