import type { LambdaFunction } from '../context.ts';
import { recordsOf } from '../events/records.ts';
import { type RawS3Record, S3Event } from '../events/s3-event.ts';
import type { S3Trigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { Bucket } from '../resources/bucket.ts';
import type { DeclarationOf } from './declaration.ts';
import { forEachRecord } from './each-record.ts';
import type { HandlerOptions } from './handler-options.ts';
import type { Refer } from './refer.ts';

/**
 * Which of a bucket's events a handler takes.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
 */
export interface S3Options extends HandlerOptions {
  /** Default `['s3:ObjectCreated:*']`. */
  readonly events?: readonly S3EventName[] | undefined;
  /** Only keys that begin so. */
  readonly prefix?: string | undefined;
  /** Only keys that end so, such as `.zip`. */
  readonly suffix?: string | undefined;
}

/** As S3 names them; `*` stands for all of a kind. */
export type S3EventName = `s3:${string}`;

export interface OnS3Event {
  <Out>(bucket: Bucket | string, handler: (event: S3Event) => Out): Handler<[S3Event], Out>;
  <Out>(
    bucket: Bucket | string,
    options: S3Options,
    handler: (event: S3Event) => Out,
  ): Handler<[S3Event], Out>;
  (bucket: Bucket | string, options?: S3Options): Registrar<[S3Event]>;
}

export function s3Adapter(handler: UserHandler): LambdaFunction {
  return async (raw, context) =>
    forEachRecord(recordsOf<RawS3Record>(raw, 'S3'), (record) => handler(new S3Event(record, context)));
}

export function s3Trigger({ target, options }: DeclarationOf<'s3'>, refer: Refer): S3Trigger {
  return {
    source: 's3',
    bucket: refer('bucket', target),
    events: options.events ?? ['s3:ObjectCreated:*'],
    prefix: options.prefix,
    suffix: options.suffix,
  };
}
