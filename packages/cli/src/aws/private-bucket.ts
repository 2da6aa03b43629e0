import { CreateBucketCommand, PutPublicAccessBlockCommand, type S3Client } from '@aws-sdk/client-s3';
import { unless } from './error-name.ts';

/** Makes a bucket that nobody outside of the account can be let into; one that is ours already stays. */
export async function makePrivateBucket(s3: S3Client, Bucket: string, region: string): Promise<void> {
  // S3 refuses the name of its oldest region as a constraint.
  const where =
    region === 'us-east-1'
      ? {}
      : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-west-1' } };
  await unless(s3.send(new CreateBucketCommand({ Bucket, ...where })), ['BucketAlreadyOwnedByYou']);
  await s3.send(
    new PutPublicAccessBlockCommand({
      Bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    }),
  );
}
