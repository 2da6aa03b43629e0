import { createHash, randomUUID } from 'node:crypto';
import { noSuchUpload } from './error.ts';
import type { ObjectParts } from './stored-object.ts';

export interface UploadedPart {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly modified: Date;
}

/** A multipart upload that is not complete. */
export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly object: ObjectParts;
  readonly parts: Map<number, UploadedPart>;
}

/** Uploads in progress. They are held in memory: a restart forgets them, and their parts were of no use to anyone else. */
export class Uploads {
  private readonly open = new Map<string, Upload>();

  start(bucket: string, object: ObjectParts): Upload {
    const upload = { id: randomUUID().replaceAll('-', ''), bucket, object, parts: new Map() };
    this.open.set(upload.id, upload);
    return upload;
  }

  /** @throws S3Error NoSuchUpload */
  find(id: string | null, bucket: string, key: string): Upload {
    const upload = this.open.get(id ?? '');
    if (!upload || upload.bucket !== bucket || upload.object.key !== key) throw noSuchUpload();
    return upload;
  }

  end(upload: Upload): void {
    this.open.delete(upload.id);
  }
}

export function partOf(bytes: Buffer): UploadedPart {
  return { bytes, etag: `"${createHash('md5').update(bytes).digest('hex')}"`, modified: new Date() };
}

/** The ETag of a whole made of parts: the MD5 of their MD5s, and how many they are. */
export function etagOfParts(parts: readonly UploadedPart[]): string {
  const digests = parts.map((part) => Buffer.from(part.etag.replaceAll('"', ''), 'hex'));
  return `"${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-${parts.length}"`;
}
