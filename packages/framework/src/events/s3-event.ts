import type { LambdaContext } from '../context.ts';

/**
 * One record of an S3 notification, as far as it is read here.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export interface RawS3Record {
  readonly eventName: string;
  readonly eventTime: string;
  readonly awsRegion: string;
  readonly s3: {
    readonly bucket: { readonly name: string; readonly arn: string };
    readonly object: {
      readonly key: string;
      readonly size?: number;
      readonly eTag?: string;
      readonly versionId?: string;
      readonly sequencer?: string;
    };
  };
}

/** Something happened to one object. */
export class S3Event {
  readonly raw: RawS3Record;
  readonly context: LambdaContext;

  constructor(raw: RawS3Record, context: LambdaContext) {
    this.raw = raw;
    this.context = context;
  }

  /** The bucket's physical name. */
  get bucket(): string {
    return this.raw.s3.bucket.name;
  }

  /** As the object is called; S3 sends it encoded. */
  get key(): string {
    return decodeKey(this.raw.s3.object.key);
  }

  /** Without the prefix `s3:`, as S3 sends it: `ObjectCreated:Put`. */
  get eventName(): string {
    return this.raw.eventName;
  }

  /** When it happened. */
  get time(): Date {
    return new Date(this.raw.eventTime);
  }

  /** Bytes; absent when an object was removed. */
  get size(): number | undefined {
    return this.raw.s3.object.size;
  }

  /** The hash of the content that S3 tells; absent when an object was removed. */
  get eTag(): string | undefined {
    return this.raw.s3.object.eTag;
  }

  /** In a bucket with versions. */
  get versionId(): string | undefined {
    return this.raw.s3.object.versionId;
  }
}

/** S3 encodes a key as a form does: a blank is `+`. A key that can't be decoded is given as it came. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}
