import type { BucketDeclaration } from '../manifest/types.ts';
import { fromEnvironment } from './environment.ts';
import { Handle } from './resource.ts';

/** An S3 bucket. */
export class Bucket extends Handle<'bucket', undefined> {
  override readonly kind = 'bucket';

  /** @throws {Error} where `TANKARD_BUCKET_<NAME>` is not set. */
  get name(): string {
    return fromEnvironment('bucket', this.id);
  }

  /** @throws {Error} where `TANKARD_BUCKET_<NAME>_ARN` is not set. */
  get arn(): string {
    return fromEnvironment('bucket', this.id, 'arn');
  }
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
