import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import type { RawS3Record } from '../events/s3-event.ts';
import { findHandler, type HandlerOrName } from './find-handler.ts';
import { REGION } from './origin.ts';

/** What may be said of an object beside its key. */
export interface S3Input {
  /** Bytes; default 0. */
  readonly size?: number | undefined;
  readonly eTag?: string | undefined;
  readonly versionId?: string | undefined;
  /** As S3 sends it, without `s3:`; default `ObjectCreated:Put`. */
  readonly eventName?: string | undefined;
}

/** Tells the handler of a bucket what happened. The notification's prefix and suffix are not applied. */
export interface S3Client {
  /**
   * An object was put.
   * @param key As the object is called; it is encoded as S3 does it.
   * @throws (rejects with) what the handler threw
   */
  put(key: string, more?: S3Input): Promise<void>;
  /** An object was removed. */
  remove(key: string): Promise<void>;
}

/**
 * The event of one object.
 * @param key As the object is called.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function s3Event(
  key: string,
  more: S3Input = {},
  bucket = 'test',
): { readonly Records: readonly RawS3Record[] } {
  const eventName = more.eventName ?? 'ObjectCreated:Put';
  const removed = eventName.startsWith('ObjectRemoved');
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: REGION,
    eventTime: new Date().toISOString(),
    eventName,
    userIdentity: { principalId: 'AWS:AIDAEXAMPLE' },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': 'test' },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'test',
      bucket: { name: bucket, ownerIdentity: { principalId: 'AEXAMPLE' }, arn: `arn:aws:s3:::${bucket}` },
      object: {
        key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'),
        sequencer: '0055AED6DCD90281E5',
        ...(!removed && { size: more.size ?? 0, eTag: more.eTag ?? 'd41d8cd98f00b204e9800998ecf8427e' }),
        ...(more.versionId !== undefined && { versionId: more.versionId }),
      },
    },
  };
  return { Records: [record] };
}

/** The test client's part for buckets. */
export function s3Client(app: App, handler: HandlerOrName, context: () => LambdaContext): S3Client {
  const { declaration, lambda } = findHandler(app, 's3', handler);
  const { target } = declaration;
  const bucket = (typeof target === 'string' ? target : target.id).replace(/^arn:aws:s3:::/, '');
  return {
    async put(key, more) {
      await lambda(s3Event(key, more, bucket), context());
    },
    async remove(key) {
      await lambda(s3Event(key, { eventName: 'ObjectRemoved:Delete' }, bucket), context());
    },
  };
}
