import { PutBucketVersioningCommand, type S3Client } from '@aws-sdk/client-s3';
import { makePrivateBucket } from '../aws/private-bucket.ts';

/** What the bucket of an account's and region's state is called, where nobody says otherwise. */
export const stateBucketName = (account: string, region: string): string =>
  `tankard-state-${account}-${region}`;

/** Makes a private bucket that keeps old versions; one that is ours already gets the same settings. */
export async function makeStateBucket(s3: S3Client, Bucket: string, region: string): Promise<void> {
  await makePrivateBucket(s3, Bucket, region);
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
}
