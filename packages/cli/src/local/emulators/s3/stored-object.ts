/** What is known of one object beside its bytes. */
export interface StoredObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** With its quotation marks, as S3 gives it. */
  readonly etag: string;
  /** ISO 8601. */
  readonly modified: string;
  /** `content-type`, `cache-control` and their kin, answered as they came. */
  readonly headers: Readonly<Record<string, string>>;
  /** User metadata, without `x-amz-meta-`. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** By algorithm in lower case: `crc32`. */
  readonly checksums: Readonly<Record<string, string>>;
  /** File name of the bytes, below the bucket's `blobs`. */
  readonly blob: string;
  /** The parts of a multipart upload. */
  readonly parts?: number | undefined;
}

/** What a writer decides; the store adds size, time and place. */
export type ObjectParts = Pick<
  StoredObject,
  'key' | 'headers' | 'metadata' | 'tags' | 'checksums' | 'parts'
> & {
  /** The MD5 of the bytes without. */
  readonly etag?: string | undefined;
};
