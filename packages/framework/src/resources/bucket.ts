import type { BucketDeclaration } from '../manifest/types.ts';
import { NamedHandle } from './named-handle.ts';

/** An S3 bucket. */
export class Bucket extends NamedHandle<'bucket', undefined> {
  override readonly kind = 'bucket';
}

export interface DeclareBucket {
  /** Declares a bucket that the app owns. Its objects outlive `tankard delete`. */
  (name: string): Bucket;
  /** A bucket that is there already, by its name or ARN. */
  existing(nameOrArn: string): Bucket;
}

export function bucketDeclaration({
  id: name,
  declared,
}: Pick<Bucket, 'id' | 'declared'>): BucketDeclaration {
  return { kind: 'bucket', name, place: declared.place, existing: declared.existing };
}
