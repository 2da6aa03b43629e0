import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Clients } from './clients.ts';
import { unless } from './error-name.ts';
import { makePrivateBucket } from './private-bucket.ts';

interface Where {
  readonly clients: Clients;
  readonly scope: { readonly account: string; readonly region: string };
}

/** One bucket an account and region, for what is too large for a call. It stays, empty. */
export const codeBucketName = ({ account, region }: Where['scope']): string =>
  `tankard-code-${account}-${region}`;

/** Lends a place in S3 to some code while Lambda copies it. */
export async function withCodeInBucket<T>(
  content: Uint8Array,
  name: string,
  { clients, scope }: Where,
  use: (where: { S3Bucket: string; S3Key: string }) => Promise<T>,
): Promise<T> {
  const s3 = await clients.s3();
  const S3Bucket = codeBucketName(scope);
  const S3Key = encodeURIComponent(name);
  const put = () => s3.send(new PutObjectCommand({ Bucket: S3Bucket, Key: S3Key, Body: content }));
  if (!(await unless(put(), ['NoSuchBucket']))) {
    await makePrivateBucket(s3, S3Bucket, scope.region);
    await put();
  }
  try {
    return await use({ S3Bucket, S3Key });
  } finally {
    await s3.send(new DeleteObjectCommand({ Bucket: S3Bucket, Key: S3Key }));
  }
}
