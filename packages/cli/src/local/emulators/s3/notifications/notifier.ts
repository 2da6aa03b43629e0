import type { EmulatorContext } from '../../emulator.ts';
import type { ObjectChange } from '../change.ts';
import type { BucketNotifications, Notification } from './bucket-notifications.ts';
import { bucketBusEvent } from './bus-event.ts';
import { notificationEvent } from './record.ts';

/** Of messages to topics. */
export const SUBJECT = 'Amazon S3 Notification';

/** Tells whoever listens to a bucket of a change; resolves when all have taken it. */
export function createNotifier(
  notifications: BucketNotifications,
  place: EmulatorContext,
): (change: ObjectChange) => Promise<void> {
  const { targets, undelivered, region, account } = place;

  async function send(
    target: string,
    bucket: string,
    body: object,
    { by, key }: ObjectChange,
  ): Promise<void> {
    const cause = { by: 's3', what: `bucket ${bucket}`, after: by === undefined ? [] : [by] } as const;
    await targets
      .send(target, { body: JSON.stringify(body), cause, subject: SUBJECT })
      .catch((why) => undelivered(`what the bucket ${bucket} tells of ${key}`, why));
  }

  return async (change) => {
    const { notifications: all, eventBridge } = notifications.of(change.bucket);
    const fitting = all.filter((one) => fits(one, change));
    await Promise.all([
      ...fitting.map(({ id, target, bucket = change.bucket }) =>
        send(target, bucket, notificationEvent(change, place, id), change),
      ),
      eventBridge &&
        send(
          `arn:aws:events:${region}:${account}:event-bus/default`,
          change.bucket,
          bucketBusEvent(change, place),
          change,
        ),
    ]);
  };
}

function fits({ events, prefix = '', suffix = '' }: Notification, { event, key }: ObjectChange): boolean {
  const name = `s3:${event}`;
  const named = events.some(
    (one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))),
  );
  return named && key.startsWith(prefix) && key.endsWith(suffix);
}
