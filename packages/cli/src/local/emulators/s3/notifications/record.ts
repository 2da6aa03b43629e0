import { randomUUID } from 'node:crypto';
import type { EmulatorContext } from '../../emulator.ts';
import type { ObjectChange } from '../change.ts';

/**
 * The event of one change, as functions, queues and topics get it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 *
 * @param configuration the id of the notification.
 */
export function notificationEvent(
  { event, bucket, key, size, etag, time, sequencer }: ObjectChange,
  { region, account }: Pick<EmulatorContext, 'region' | 'account'>,
  configuration: string,
): object {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime: time.toISOString(),
        eventName: event,
        userIdentity: { principalId: `AWS:${account}` },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': 'local' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: configuration,
          bucket: { name: bucket, ownerIdentity: { principalId: account }, arn: `arn:aws:s3:::${bucket}` },
          object: { key: encodedKey(key), size, eTag: etag, sequencer },
        },
      },
    ],
  };
}

/** A key as forms encode it, but for its slashes. */
function encodedKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
