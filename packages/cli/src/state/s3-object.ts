import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { errorName, unless } from '../aws/error-name.ts';

/** Which object. */
export interface ObjectPlace {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/** An object's text, and the version that it is. */
export interface StoredObject {
  readonly text: string;
  readonly etag: string;
}

/** An object as it is read. */
export interface ReadObject extends StoredObject {
  readonly bytes: Uint8Array;
  /** When it was written: epoch milliseconds. */
  readonly written: number;
}

/** An object with its bytes; nothing where there is none. */
export async function readObject({ s3, bucket, key }: ObjectPlace): Promise<ReadObject | undefined> {
  const answer = await unless(s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })), ['NoSuchKey']);
  const bytes = await answer?.Body?.transformToByteArray();
  if (!answer || !bytes) return undefined;
  const written = answer.LastModified?.getTime() ?? Date.now();
  return { bytes, text: Buffer.from(bytes).toString('utf8'), etag: answer.ETag ?? '', written };
}

/**
 * Writes an object if it is still the one that was read, or still absent.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 *
 * @param etag of what was read; nothing where it was absent.
 * @returns the new version, or nothing where somebody else has written meanwhile.
 */
export async function putUnlessChanged(
  place: ObjectPlace,
  text: string,
  etag: string | undefined,
): Promise<string | undefined> {
  const { s3, bucket, key } = place;
  const condition = etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag };
  try {
    const { ETag } = await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ...condition }),
    );
    return ETag;
  } catch (error) {
    if (!REFUSED.has(errorName(error))) throw error;
    // Where the answer to a write was lost, its second try is refused although the first one held.
    const now = await readObject(place);
    return now?.text === text ? now.etag : undefined;
  }
}

const REFUSED: ReadonlySet<string> = new Set([
  'PreconditionFailed',
  'ConditionalRequestConflict',
  'NoSuchKey',
]);
