/** An object was written or removed; the names are those of S3's notifications, without `s3:`. */
export interface ObjectChange {
  readonly event:
    | 'ObjectCreated:Put'
    | 'ObjectCreated:Copy'
    | 'ObjectCreated:CompleteMultipartUpload'
    | 'ObjectRemoved:Delete'
    | 'ObjectTagging:Put'
    | 'ObjectTagging:Delete';
  readonly bucket: string;
  readonly key: string;
  readonly size?: number | undefined;
  /** Without quotation marks. */
  readonly etag?: string | undefined;
  readonly time: Date;
  /** Grows from one change to the next, so that two of one object can be put in order. */
  readonly sequencer: string;
  /** The invocation of the app that made it; none where it came from outside. */
  readonly by?: string | undefined;
}
