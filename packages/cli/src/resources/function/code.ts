import { createHash } from 'node:crypto';
import { withCodeInBucket } from '../../aws/code-bucket.ts';
import type { ReconcileContext } from '../reconciler.ts';

/** Bytes that Lambda takes in a call: 50 MB. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const DIRECT_UPLOAD = 50 * 1024 * 1024;

/** Code as CreateFunction, UpdateFunctionCode and PublishLayerVersion take it. */
export type CodeInput =
  | { readonly ZipFile: Uint8Array }
  | { readonly S3Bucket: string; readonly S3Key: string };

/** Hands a zip to a call of Lambda's; one that is too large for the call goes through a bucket. */
export async function withCode<T>(
  zip: Uint8Array,
  context: ReconcileContext,
  use: (code: CodeInput) => Promise<T>,
): Promise<T> {
  if (zip.byteLength <= DIRECT_UPLOAD) return use({ ZipFile: zip });
  return withCodeInBucket(zip, sha256Of(zip), context, use);
}

/** The hash by which Lambda knows code, as it writes it. */
export function sha256Of(zip: Uint8Array): string {
  return createHash('sha256').update(zip).digest('base64');
}
